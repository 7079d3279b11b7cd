import { expect, test } from "vitest";
import { pastedAddresses } from "./pasted.js";

test("addresses are told from a text that names one", () => {
  expect(pastedAddresses(" https://news.example/1 \r\n\nHTTP://news.example/2\n")).toEqual([
    "https://news.example/1",
    "HTTP://news.example/2",
  ]);
  expect(pastedAddresses("https://news.example/1\nhttps://news.example/1")).toHaveLength(1);
  expect(pastedAddresses("قتل ثلاثة أشخاص\nhttps://news.example/1")).toEqual([]);
  expect(pastedAddresses("https://news.example/1 قتل ثلاثة")).toEqual([]);
  expect(pastedAddresses("javascript:alert(1)")).toEqual([]);
  expect(pastedAddresses("")).toEqual([]);
});
