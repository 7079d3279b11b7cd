import packed from "virtual:world";
import type { LineString, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** West, south, east and north, in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];

/** A piece of the base map with the box it lies in, so that only what is seen is drawn. */
interface Piece<T> {
  readonly shape: T;
  readonly box: Box;
}

export interface World {
  readonly land: readonly Piece<Polygon>[];
  readonly borders: readonly Piece<LineString>[];
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
  }>;
  const { countries } = topology.objects;
  const polygons = feature(topology, countries).features.flatMap(({ geometry }) =>
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [],
  );
  const lines = mesh(topology, countries, (a, b) => a !== b).coordinates;
  return {
    land: polygons.map((coordinates) => ({
      shape: { type: "Polygon", coordinates },
      box: boxOf(coordinates[0] ?? []),
    })),
    borders: lines.map((coordinates) => ({
      shape: { type: "LineString", coordinates },
      box: boxOf(coordinates),
    })),
  };
}

function boxOf(positions: readonly Position[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** The pieces that touch a box. */
export const piecesIn = <T>(pieces: readonly Piece<T>[], [west, south, east, north]: Box): T[] =>
  pieces.flatMap(({ shape, box: [w, s, e, n] }) =>
    w <= east && e >= west && s <= north && n >= south ? [shape] : [],
  );
