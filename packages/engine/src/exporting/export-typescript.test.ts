import fc from 'fast-check'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { createActor, type AnyStateMachine } from 'xstate'
import { advance } from '../conversation/advance.ts'
import type { ClassifiedEvent } from '../conversation/classified-event.ts'
import { compileFlow } from '../conversation/program.ts'
import { MACHINE_ACTIONS } from '../conversation/vocabulary.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { arbitraryMachineEvents } from '../testing/machine-events.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { exportTypeScript } from './export-typescript.ts'

type Heard = readonly [action: string, params: unknown]
interface Moment {
  readonly heard: readonly Heard[]
  readonly value: unknown
  readonly context: unknown
}

/** The module's machine, run by nothing but `xstate`. */
async function machineOf(source: string, heard: Heard[]): Promise<AnyStateMachine> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  // A module without a place finds no package by its name.
  const program = outputText.replace("from 'xstate'", `from '${import.meta.resolve('xstate')}'`)
  const { createReception } = await import(`data:text/javascript,${encodeURIComponent(program)}`)
  const host = Object.fromEntries(
    Object.keys(MACHINE_ACTIONS).map((name) => [
      name,
      (_: unknown, params: unknown) => heard.push([name, params ?? {}]),
    ]),
  )
  return createReception(host)
}

async function byTheExport(
  document: FlowDocument,
  events: readonly ClassifiedEvent[],
): Promise<readonly Moment[]> {
  const heard: Heard[] = []
  const actor = createActor(await machineOf(exportTypeScript(document), heard), {
    clock: { setTimeout: () => 0, clearTimeout: () => undefined },
  }).start()
  const moments = events.map((event) => {
    actor.send(event)
    const { value, context } = actor.getSnapshot()
    return { heard: heard.splice(0), value, context }
  })
  actor.stop()
  return moments
}

const OURS = ['record', 'handOver', 'clearHandover']

function byTheEngine(document: FlowDocument, events: readonly ClassifiedEvent[]): readonly Moment[] {
  const { machine } = compileFlow(document, 1)
  let snapshot = createActor(machine).getSnapshot()
  return events.map((event) => {
    const moved = advance(machine, snapshot, event)
    snapshot = moved.snapshot
    const heard = moved.actions
      .filter(({ type }) => type in MACHINE_ACTIONS && !OURS.includes(type))
      .map(({ type, params }) => [type, params] as const)
    return { heard, value: snapshot.value, context: snapshot.context }
  })
}

test('does at every event what the engine’s machine does, whatever the flow and the events', async () => {
  const cases = arbitraryFlow.chain((document) =>
    fc.tuple(fc.constant(document), arbitraryMachineEvents(document)),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ([document, events]) => {
      expect(await byTheExport(document, events)).toEqual(byTheEngine(document, events))
    }),
    { numRuns: 500 },
  )
})

/** Errors of a module under `strict`, in words. */
function errorsIn(source: string): readonly string[] {
  const name = new URL('exported.ts', import.meta.url).pathname
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest)
  host.fileExists = (file) => file === name || fileExists(file)
  host.readFile = (file) => (file === name ? source : readFile(file))
  const found = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const UNNAMED = { ...BOTTLE_FLOW, name: 'Two\nlines */ \u2028 of it' }

test.for([
  ...sampleFlows().map(({ name, document }) => [name, document] as const),
  ['hostile', UNNAMED] as const,
])('the source of %s compiles under strict', ([, document]) => {
  expect(errorsIn(exportTypeScript(document))).toEqual([])
})

test('a source that does not fit is found out', () => {
  expect(
    errorsIn(exportTypeScript(BOTTLE_FLOW).replace("type: 'faq.tapped'", "type: 'faq.taped'")),
  ).not.toEqual([])
})
