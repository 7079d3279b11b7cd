/** Whatever is of one language stands in its folder: the layers that read, relate and reconcile hold none of its letters. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const LAYERS = ["read", "relate", "reconcile"] as const;
/** Tests and the texts that they are made with. */
const IS_OF_TESTS = /\.test\.ts$|(?:^|\/)sample-[^/]+\.ts$/;
const LETTER = /(?=\p{L})\p{Script=Arabic}/u;

/** Places of the literals of a program that hold such letters; its comments may. */
function lettersIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLiteral =
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (isLiteral && LETTER.test(node.getText())) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it.each(LAYERS)("src/%s holds no letters of Arabic", (layer) => {
  const folder = join("src", layer);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !IS_OF_TESTS.test(file),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => lettersIn(join(folder, file)))).toEqual([]);
});
