import type { Claim, Judged } from "../../../core/contract.js";
import { unappliedOf } from "../../../core/unapplied.js";
import { describeMessages } from "../../labels/messages.js";
import { standingOf, twoReadings } from "../../labels/readings.js";
import { clip, showable } from "../direction.js";
import { paragraph } from "../layout.js";
import { citation, labelOf, limited, nameOf, section, type View, wordsOf } from "../view.js";

const WORDS_SHOWN = 80;

/** What people decided of the story and its claims, with what was read beside what they made of it. */
export function renderJudged(view: View): string[] {
  const own = new Set(view.story.reports);
  const claims = [...view.claims.values()].filter(
    ({ report, judged }) => judged !== undefined && own.has(report),
  );
  const entries = [
    ...(view.story.judged ?? []).map((one) => because(view, [one], 2)),
    ...claims.map((claim) => renderClaim(view, claim)),
    ...unappliedOf(view.account, view.story).map((one) => because(view, [one], 2)),
  ];
  const { shown, rest } = limited(view, entries);
  return section(view, "judged", [...shown.flat(), ...rest]);
}

function renderClaim(view: View, claim: Claim): string[] {
  const { palette, width, lang } = view;
  const standing = standingOf(claim);
  const head = [
    ...(standing ? [labelOf(view, "standing", standing)] : []),
    `«${clip(wordsOf(view, claim), WORDS_SHOWN)}»`,
    citation(view, [claim.id]),
  ].join(" ");
  const readings = twoReadings(claim, lang, (id) => nameOf(view, id)).map(
    ({ field, read, corrected }) =>
      `${labelOf(view, "field", field)}: ${showable(read)} → ${showable(corrected)}`,
  );
  return [
    ...paragraph({ text: head, style: palette.strong }, width, 2),
    ...readings.flatMap((text) => paragraph({ text }, width, 4)),
    ...because(view, claim.judged ?? [], 4),
  ];
}

function because(view: View, judged: readonly Judged[], indent: number): string[] {
  const { palette, width, lang } = view;
  return judged.flatMap(({ time, whyMessages }) =>
    paragraph(
      {
        text: `${showable(describeMessages(whyMessages)[lang])} (${time.slice(0, 10)})`,
        style: palette.quiet,
      },
      width,
      indent,
    ),
  );
}
