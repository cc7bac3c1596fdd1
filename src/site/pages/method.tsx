import { reportAddress, respond, type Shell } from "../layout/shell.js";
import type { Page } from "../site.js";

/** `/method`: what is recorded, how numbers are computed, what the record lacks, how errors are corrected. */
export const methodPage = (shell: Shell): Page => ({
  path: "/method",
  async answer(request) {
    const report = reportAddress(shell.brand, request);
    return respond(
      shell,
      request,
      { title: "Method", description: "What is recorded, how each number is computed, and how errors are corrected." },
      <article class="page narrow prose">
        <header class="page-head">
          <h1>Method</h1>
          <p class="lead">
            What is recorded, how each number is computed, what the record lacks, and how an error is corrected.
          </p>
        </header>
        <Recorded />
        <Formulas />
        <h2 id="time">Two kinds of time</h2>
        <p>
          <b>As of</b> a day: where everyone stood on that day. <b>Known at</b> a moment: what the record said at that
          moment, before later corrections. A permanent link names both, so it shows the same numbers for ever. When the
          same question has another answer now, the page says so.
        </p>
        <h2 id="errors">How an error is corrected</h2>
        <p>
          Nothing is deleted. An editor revises an entry, or retracts it with a reason. The change appears at once under{" "}
          <a href="/changes">What changed</a> and, with its reason, under <a href="/corrections">Corrections</a>.{" "}
          {report ? (
            <>
              <a href={report}>Report an error</a> and add a link to where the right fact is written.
            </>
          ) : (
            "Report it to the operator of this server, and add a link to a source with the correct fact."
          )}
        </p>
        <Reuse />
      </article>,
    );
  },
});

const Recorded = () => (
  <>
    <h2 id="recorded">What is recorded</h2>
    <p>
      An <b>actor</b> is a state, an organisation, a government, a coalition or a person. A <b>proposal</b> is what can
      be supported or opposed: a resolution, a treaty, a plan. A <b>position</b> says that a holder has a stance on a
      subject since a day, on evidence: a statement, a vote, a sponsorship, an adoption or an action. Each leads to its
      sources.
    </p>
    <ul>
      <li>
        <b>Saying nothing is not a stance.</b> An actor without a position is never counted as neutral.
      </li>
      <li>An abstention is a vote. An absence is not, and neither is not being a member.</li>
      <li>Support for a resolution is not recorded as support for what the resolution endorses.</li>
      <li>
        The holder is the actor that a position binds. When a representative says that a government supports something,
        the holder is the state, the position goes through the government, and the evidence is the statement.
      </li>
      <li>Dates are as imprecise as the sources.</li>
    </ul>
  </>
);

const Formulas = () => (
  <>
    <h2 id="formulas">How numbers are computed</h2>
    <h3>Standing positions</h3>
    <p>
      For one holder and one subject, the latest position by the day since which it is held, then by the moment of
      recording, not retracted. Counts on pages count standing positions.
    </p>
    <h3>Leanings</h3>
    <p>
      What a holder's positions on related subjects say about a proposal: “for in 14 of 15 related votes”. Related are
      resolutions that endorse or contradict it, and actions that advance or undermine it; editors record those ties
      with a source. There is no leaning below three related positions. Leanings are computed for each answer, drawn as
      outlines, and never added to recorded stances.
    </p>
    <h3>Agreement</h3>
    <p>
      Over the subjects on which both have a position: the share on which they hold the same one, or 1 − |a − b| / 2
      with yes = 1, abstain = 0 and no = −1 (Voeten). Both are given with the number of shared subjects, since a share
      of few says little.
    </p>
    <h3>Cohesion</h3>
    <p>
      Rice's index, |yes − no| / (yes + no), and the index of Hix, Noury and Roland, which also counts abstentions.
      Members are those of the day of each vote.
    </p>
    <p>Every computed answer of the API names its method, version, formula and reference, and leads to its inputs.</p>
    <h2 id="limits">Limits</h2>
    <ul>
      <li>The record has what editors and imports put there. A missing entry means that nobody recorded it.</li>
      <li>
        Imported votes are as good as their data. Where a counted tally differs from the stated one, pages show both.
      </li>
      <li>Summaries of statements are in the editors' words; the source has the actor's own.</li>
    </ul>
  </>
);

const Reuse = () => (
  <>
    <h2 id="reuse">Reuse</h2>
    <p>
      Each page has its answer as CSV and JSON, and the question itself to run in the <a href="/graphql">playground</a>.
      All standard questions are listed <a href="/q">as files</a>. Programs ask the GraphQL API at <code>/graphql</code>
      ; its schema is open to introspection, and the npm package <code>standpoint-client</code> has typed questions. The
      query <code>changes</code> and the subscription <code>change</code> keep a copy in step.
    </p>
    <p>Facts may be reused freely. Name the source and use the permanent link of a page when you cite a number.</p>
  </>
);
