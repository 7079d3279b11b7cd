/** The files of a form that a browser sent. */
import type { Context } from "hono";
import { Refusal } from "./problems.js";
import type { SentFile } from "./reading/read-sent.js";

const MOST_FILES = 500;

/** @throws Refusal where it is no form */
export async function formOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Refusal(422, "no-form", "Send files as multipart/form-data, each as `file`.");
  }
}

/** @throws Refusal where there are too many */
export function filesOf(form: FormData): Promise<SentFile[]> {
  const sent = form.getAll("file").filter((one) => one instanceof File);
  if (sent.length > MOST_FILES) {
    throw new Refusal(413, "too-many-files", `More than ${MOST_FILES} files: send an archive.`);
  }
  return Promise.all(
    sent.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
