/**
 * `node dist/bench-pane.js STREAMS EDITS`: the built pane in Chromium beside a long report in the Excel test host. Cells
 * are edited one after the other so that a finding comes and goes; the main thread is sampled meanwhile. The test host
 * runs in the same page: its own samples are told apart by the script they fall in. Prints JSON.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser, openPage, servePane } from '../addin/browser/launch.ts';
import { excelPageScript, pageScriptName } from '../excel-host/chromium.ts';
import { benchReport } from './inputs.ts';

/** Milliseconds. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export interface PaneMeasured {
  /** Main-thread work of an edit: scripts of the pane and office.js, garbage collection, style and layout. */
  readonly pane: Spread;
  /** All tasks of the page's main thread, the test host among them. */
  readonly page: Spread;
  readonly wall: Spread;
  readonly firstRequests: number;
  readonly editRequests: number;
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds sampled outside the test host: the innermost script decides whose a sample is. */
function paneTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const isPanes = (node: number): boolean => {
    const name = frames.get(node)?.functionName;
    if (name === '(garbage collector)') return true;
    for (let at: number | undefined = node; at !== undefined; at = parents.get(at)) {
      const url = frames.get(at)?.url ?? '';
      if (url.endsWith(pageScriptName)) return false;
      if (/^https?:/.test(url)) return true;
    }
    return false;
  };
  const microseconds = samples.reduce(
    (sum, node, index) => sum + (isPanes(node) ? Math.max(0, timeDeltas[index + 1] ?? 0) : 0),
    0,
  );
  return microseconds / 1000;
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

interface Edit {
  readonly pane: number;
  readonly page: number;
  readonly wall: number;
}

/** The pane's heading, told without polling so that waiting costs the page nothing. */
const headingChange = `new Promise((resolve) => {
  const heading = document.querySelector('[role=tabpanel] h2');
  const before = heading.textContent;
  const seen = new MutationObserver(() => {
    const now = document.querySelector('[role=tabpanel] h2')?.textContent;
    if (now === undefined || now === before) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(resolve, 50));
  });
  seen.observe(document.querySelector('[role=tabpanel]'), { subtree: true, childList: true, characterData: true });
})`;

async function measureEdit(page: Page, session: CDPSession, cell: string, text: string): Promise<Edit> {
  const before = await metricsOf(session);
  await session.send('Profiler.start');
  const started = performance.now();
  await page.evaluate(
    `Promise.all([${headingChange}, window.excelHost.then((host) => host.edit('Báo cáo', ${JSON.stringify(cell)}, ${JSON.stringify(text)}))])`,
  );
  const wall = performance.now() - started - 50;
  const { profile } = await session.send('Profiler.stop');
  const after = await metricsOf(session);
  const spent = (name: string): number => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;
  return {
    pane: paneTime(profile) + spent('LayoutDuration') + spent('RecalcStyleDuration'),
    page: spent('TaskDuration'),
    wall,
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

const requestsSoFar = 'window.excelHost.then((host) => host.syncs)';

async function measure(browser: Browser, origin: string, streams: number, count: number): Promise<PaneMeasured> {
  const page = await openPage(browser);
  const report = benchReport(0, streams, 'Đảng ủy Bộ Tư pháp');
  await page.addInitScript({ content: await excelPageScript(report) });
  await page.goto(`${origin}/taskpane.html`);
  await page.locator('[role=tabpanel] h2').waitFor();
  const firstRequests = await page.evaluate<number>(requestsSoFar);
  // The rest of the file is read behind the first findings.
  await page.waitForTimeout(1500);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  const edits: Edit[] = [];
  const warmUp = 4;
  let requests = 0;
  for (let index = 0; index < count + warmUp; index += 1) {
    if (index === warmUp) requests = await page.evaluate<number>(requestsSoFar);
    const cell = `D${20 + (Math.floor(index / 2) % Math.max(1, streams - 10))}`;
    const text =
      index % 2 === 0 ? 'Nhiều ý kiến đề nghị gọi số 0912 345 678.' : 'Nhiều ý kiến đề nghị làm rõ lộ trình thực hiện.';
    const edit = await measureEdit(page, session, cell, text);
    if (index >= warmUp) edits.push(edit);
  }
  const editRequests = ((await page.evaluate<number>(requestsSoFar)) - requests) / count;
  await page.context().close();
  return {
    pane: spread(edits.map(({ pane }) => pane)),
    page: spread(edits.map((one) => one.page)),
    wall: spread(edits.map(({ wall }) => wall)),
    firstRequests,
    editRequests,
  };
}

const [streams = 300, edits = 40] = process.argv.slice(2).map(Number);
const [browser, served] = await Promise.all([launchBrowser(), servePane()]);
try {
  process.stdout.write(JSON.stringify(await measure(browser, served.origin, streams, edits)));
} finally {
  await browser.close();
  await served.close();
}
