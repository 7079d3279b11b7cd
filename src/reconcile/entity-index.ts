import type { Entity } from "../core/contract.js";

/** The entities of the account, to look up. */
export class EntityIndex {
  private readonly byId: ReadonlyMap<string, Entity>;
  private readonly byRef: ReadonlyMap<string, Entity>;

  constructor(entities: readonly Entity[]) {
    this.byId = new Map(entities.map((one) => [one.id, one]));
    this.byRef = new Map(entities.flatMap((one) => (one.ref === null ? [] : [[one.ref, one]])));
  }

  get(id: string): Entity | undefined {
    return this.byId.get(id);
  }

  withRef(ref: string): Entity | undefined {
    return this.byRef.get(ref);
  }
}
