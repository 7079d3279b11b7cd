import packed from "virtual:world";
import type { MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface World {
  readonly land: ReturnType<typeof feature>;
  readonly borders: MultiLineString;
}

let unpacked: Promise<World> | null = null;

/** The base map (Natural Earth 1:50m, public domain), unpacked when first asked for. */
export function world(): Promise<World> {
  unpacked ??= unpack();
  return unpacked;
}

async function unpack(): Promise<World> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const topology = (await new Response(stream).json()) as Topology<{
    countries: GeometryCollection;
    land: GeometryCollection;
  }>;
  return {
    land: feature(topology, topology.objects.land),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
}
