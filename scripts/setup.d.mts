/** True where `dist` is no older than what it is built from. */
export declare function isBuilt(): boolean;
/** Builds into `dist`; throws with a message that tells why not. */
export declare function build(): void;
