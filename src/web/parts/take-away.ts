/** What a reader takes out of the desk: to the clipboard where the browser lets it, else as a file. */

/** Elements of a drawing whose look the style sheet gives, and what of it a drawing alone must say. */
const LOOK = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "paint-order",
] as const;

/** The drawing as a file of its own: the looks that the page's styles give it are written into it. */
export function drawingAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError("A copy of a drawing is a drawing");
  const [from, to] = [svg, copy].map((one) => [...one.querySelectorAll("*")]);
  for (const [at, element] of (from ?? []).entries()) {
    const look = getComputedStyle(element);
    for (const name of LOOK) to?.[at]?.setAttribute(name, look.getPropertyValue(name));
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

/** The drawing in pixels, twice as fine as on an ordinary screen. */
export async function pictureOf(svg: SVGSVGElement): Promise<Blob> {
  const source = new Blob([drawingAlone(svg)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = svg.clientWidth * 2;
    canvas.height = svg.clientHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("no picture"))),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Saves a file through the browser's own download. */
export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address up by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** @returns false where the browser does not let a page write to the clipboard */
export async function toClipboard(content: Blob): Promise<boolean> {
  try {
    if (content.type.startsWith("image/")) {
      await navigator.clipboard.write([new ClipboardItem({ [content.type]: content })]);
    } else await navigator.clipboard.writeText(await content.text());
    return true;
  } catch {
    return false;
  }
}
