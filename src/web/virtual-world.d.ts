declare module "virtual:world" {
  /** TopoJSON of the world's countries, gzipped, as base64. */
  const packed: string;
  export default packed;
}
