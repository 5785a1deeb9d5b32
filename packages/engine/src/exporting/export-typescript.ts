import { toMachineConfig } from '../conversation/machine-config.ts'
import { MACHINE_ACTIONS } from '../conversation/vocabulary.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import { indented, IS_DAY_BODY, WHEN_BODY } from './guard-source.ts'

/** Actions that the exported source does itself, because they change the context. */
const OWN_ACTIONS: readonly string[] = ['record', 'handOver', 'clearHandover']

/**
 * The flow as one TypeScript module that needs nothing but `xstate`: `createReception(host)` gives the machine by
 * `setup().createMachine()`, with guards and context written out; `host` says and shows. Compiles under `strict`.
 */
export function exportTypeScript(document: FlowDocument, extensions: ExtensionSet = NO_EXTENSIONS): string {
  const { texts, variables, defaultLocale, name, id } = document
  const hostActions = Object.entries(MACHINE_ACTIONS).filter(([action]) => !OWN_ACTIONS.includes(action))
  return `${[
    `// ${oneLine(name)} (${id}), exported by Shopbell. Needs nothing but xstate 5.`,
    "import { assign, setup } from 'xstate'",
    '',
    constant('texts', texts),
    '',
    constant('variables', variables),
    '',
    `export const defaultLocale = ${JSON.stringify(defaultLocale)}`,
    '',
    TYPES,
    '',
    '/** What the machine asks of you. Params are what the machine’s config says. */',
    'export interface Host {',
    ...hostActions.map(
      ([action, { params, does }]) =>
        `  /** ${does}.${params === '' ? '' : ` Params: ${params}.`} */\n  ${action}(args: Asked, params: Params): void`,
    ),
    '}',
    '',
    GUARD_FUNCTIONS,
    '',
    '/** The machine: `createActor(createReception(host)).start()`. */',
    'export function createReception(host: Host) {',
    '  return setup({',
    '    types: { context: {} as ReceptionContext, events: {} as ReceptionEvent },',
    '    guards: {',
    indented(GUARDS, '      '),
    '    },',
    '    actions: {',
    ...hostActions.map(
      ([action]) =>
        `      ${action}: ({ context, event }, params: Params) => host.${action}({ context, event }, params),`,
    ),
    indented(ASSIGNS, '      '),
    '    },',
    `  }).createMachine(${JSON.stringify(toMachineConfig(document, extensions), null, 2).replaceAll('\n', '\n  ')})`,
    '}',
  ].join('\n')}\n`
}

const TYPES = [
  'export type Answer = string | number | readonly string[]',
  'export type Params = Readonly<Record<string, unknown>> | undefined',
  '',
  '/** What conditions may ask of the moment. */',
  'export interface World {',
  '  readonly locale: string',
  '  readonly entry: string | null',
  "  readonly card?: 'product' | 'order'",
  '  readonly words?: string',
  '  readonly openNow: boolean',
  '  readonly returning: boolean',
  '  readonly products: number',
  '  readonly known?: Readonly<Record<string, string | number | boolean>>',
  '  readonly asksNothing?: boolean',
  '}',
  '',
  'interface Seen {',
  '  readonly world: World',
  '}',
  '',
  'export type ReceptionEvent =',
  "  | (Seen & { readonly type: 'reception.due'; readonly question: string | null })",
  "  | (Seen & { readonly type: 'faq.tapped'; readonly question: string })",
  "  | (Seen & { readonly type: 'question.answered'; readonly value: Answer })",
  '  | (Seen & {',
  '      readonly type:',
  "        | 'questions.due'",
  "        | 'card.received'",
  "        | 'menu.chosen'",
  "        | 'person.requested'",
  "        | 'buyer.unanswered'",
  "        | 'human.joined'",
  "        | 'human.left'",
  "        | 'session.closed'",
  '    })',
  '',
  'export interface ReceptionContext {',
  '  readonly answers: Readonly<Record<string, Answer>>',
  '  readonly handedTo: string | null',
  '}',
  '',
  '/** What an action may read beside its params. */',
  'export interface Asked {',
  '  readonly context: ReceptionContext',
  '  readonly event: ReceptionEvent',
  '}',
].join('\n')

const GUARD_FUNCTIONS = [
  'interface Condition {',
  '  readonly source: string',
  '  readonly name?: string',
  '  readonly op: string',
  '  readonly value?: string | number | boolean | readonly string[]',
  '}',
  '',
  'function isDay(value: unknown): value is string {',
  indented(IS_DAY_BODY),
  '}',
  '',
  'function when(condition: Condition, answers: Readonly<Record<string, unknown>>, seen: World): boolean {',
  '  const world: Readonly<Record<string, unknown>> = { ...seen }',
  '  const known: Readonly<Record<string, unknown>> = seen.known ?? {}',
  indented(WHEN_BODY),
  '}',
].join('\n')

const GUARDS = [
  // XState’s own delays bring no world.
  'when: ({ context, event }, condition: Condition) => when(condition, context.answers, event.world),',
  'known: ({ context, event }, { variable }: { readonly variable: string }) =>',
  '  context.answers[variable] !== undefined || event.world?.asksNothing === true,',
  'chose: ({ event }, { option }: { readonly option: string }) =>',
  "  event.type === 'question.answered' && event.value === option,",
  "asksQuestion: ({ event }) => event.type === 'reception.due' && event.question !== null,",
  'hasProducts: ({ event }) => (event.world?.products ?? 0) > 0,',
  'handedOver: ({ context }) => context.handedTo !== null,',
]

const ASSIGNS = [
  'record: assign(({ context, event }, { variable }: { readonly variable: string }) =>',
  "  event.type === 'question.answered' ? { answers: { ...context.answers, [variable]: event.value } } : {},",
  '),',
  'handOver: assign((_, { group }: { readonly group: string }) => ({ handedTo: group })),',
  'clearHandover: assign({ handedTo: null }),',
]

function constant(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const`
}

/** A name stands in a comment of one line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Zl}\p{Zp}\p{Cc}]/gu, ' ')
}
