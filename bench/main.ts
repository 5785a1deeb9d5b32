import { catalogue } from './measures/catalogue.ts'
import { cold } from './measures/cold.ts'
import { consoleInbox } from './measures/console.ts'
import { durable } from './measures/durable.ts'
import { editor } from './measures/editor.ts'
import { embedded } from './measures/embedded.ts'
import { engine } from './measures/engine.ts'
import { idleMemory } from './measures/idle-memory.ts'
import type { Measure } from './measures/measure.ts'
import { openLoop } from './measures/open-loop.ts'
import { signIn } from './measures/sign-in.ts'
import { sockets } from './measures/sockets.ts'
import { readOptions, type Options } from './read-options.ts'
import { asMarkdown } from './report/as-markdown.ts'
import { currentLoad, describeMachine } from './report/describe-machine.ts'
import type { Finding } from './report/finding.ts'
import { publishTables } from './report/publish-tables.ts'
import { saveResults } from './report/save-results.ts'
import { openStage } from './stage/open-stage.ts'
import { FULL, QUICK } from './stage/pace.ts'
import { slowFsync } from './stage/slow-fsync.ts'

// npm run bench -- [--quick] [--only engine,sockets,embedded,durable,open,memory,editor,console,catalogue,cold,sign-in] [--fsync-delay 1.5] [--publish]
// Progress on standard error, tables for docs/performance.md on standard output.

const MEASURES: readonly Measure[] = [
  engine,
  sockets,
  embedded,
  durable,
  openLoop,
  idleMemory,
  editor,
  consoleInbox,
  catalogue,
  cold,
  signIn,
]

/** What a slower disk can change; all that a run with `--fsync-delay` measures unless it was asked for more. */
const OF_THE_DISK: readonly Measure[] = [embedded, durable, openLoop]

const args = process.argv.slice(2)
const options = readOptions(
  args,
  MEASURES.map(({ name }) => name),
)
if (typeof options === 'string') {
  console.error(options)
  process.exitCode = 2
} else if (process.platform !== 'linux') {
  console.error('The bench reads processor times and memory from /proc, so it runs on Linux only.')
  process.exitCode = 2
} else await runBench(options)

async function runBench({ only, quick, fsyncDelayMs, publish }: Options): Promise<void> {
  // Told to stop, it ends what it started: the programs with their channel, the PostgreSQL at `exit`.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  const startedAt = new Date()
  const tell = (line: string) => {
    const seconds = Math.round((Date.now() - startedAt.getTime()) / 1_000)
    console.error(`${String(seconds).padStart(4)} s  ${line}`)
  }
  const load = currentLoad()
  if (load > 0.5) tell(`This machine is busy (load ${String(load)}): trust the ratios, not the figures.`)

  const stage = await openStage(quick ? QUICK : FULL, slowFsync(fsyncDelayMs), tell)
  const machine = describeMachine(stage.postgres.version, load)
  const findings: Record<string, Finding> = {}
  const chosen =
    only.length > 0
      ? MEASURES.filter(({ name }) => only.includes(name))
      : fsyncDelayMs > 0
        ? OF_THE_DISK
        : MEASURES
  try {
    for (const { name, run } of chosen) {
      tell(name)
      try {
        findings[name] = await run(stage)
      } catch (error) {
        // The others may still be measured; what is told at the end is not whole.
        console.error(error)
        process.exitCode = 1
      }
    }
  } finally {
    await stage.close()
  }
  const { cores, processor, memoryGB, system, node, postgres, fdatasyncUs } = machine
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
  const markdown = [
    `\`${command}\` on ${startedAt.toISOString().slice(0, 10)}: ${String(cores)} cores (${processor}), ${String(memoryGB)} GB, ${system}, Node ${node}, PostgreSQL ${postgres}; a write with fdatasync takes ${String(fdatasyncUs)} µs${fsyncDelayMs > 0 ? `, and ${String(fsyncDelayMs)} ms more by --fsync-delay` : ''}; load before ${String(load)}.`,
    asMarkdown(Object.values(findings)),
  ].join('\n\n')
  const path = saveResults({ startedAt: startedAt.toISOString(), command, machine, findings }, markdown)
  tell(`kept in ${path}`)
  if (publish && process.exitCode === undefined)
    await publishTables(fsyncDelayMs > 0 ? 'slow disk' : 'this disk', markdown)
  console.log(markdown)
}
