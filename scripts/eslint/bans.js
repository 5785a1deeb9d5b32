// What Shopbell's code does without, and what it uses instead. Flat configuration replaces a rule's options instead of
// adding to them, so each area of the repository lists all of its bans through `bans`.

const html =
  'Build it with DOM calls (createElement, textContent): text of buyers and sellers never becomes HTML.'

/** Syntax that no file of ours contains. */
export const everywhere = [
  ban('ExportAllDeclaration', 'Name what is exported: export { one, two } from …'),
  ban('AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', html),
  ban('CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]', html),
  ban(
    'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    'Build it with DOM calls (createElement, append).',
  ),
  ban(
    'MemberExpression[object.name="sql"][property.name=/^(raw|lit)$/]',
    'Use a bound value (sql`… ${value}`), or sql.ref, sql.table and sql.id for names.',
  ),
]

/** Default exports, which only tools ask for. */
export const defaultExport = ban('ExportDefaultDeclaration', 'Export it by its name.')

/** Chance that an attacker can foresee. */
export const weakChance = ban(
  'MemberExpression[object.name="Math"][property.name="random"]',
  'Use randomBytes or randomInt of node:crypto: ids and tokens must not be foreseeable.',
)

/** What would make the engine's answers depend on anything but its arguments. */
export const impure = [
  ban(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'The engine knows no chance: take it as a fact.',
  ),
  ban(
    'MemberExpression[object.name="Date"][property.name="now"]',
    "The engine knows no clock: use the event's `at`.",
  ),
  ban(
    ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    "The engine knows no clock: use the event's `at`.",
  ),
  ban(
    'MemberExpression[object.name="Temporal"][property.name="Now"]',
    "The engine knows no clock: use the event's `at`.",
  ),
]

/** Names of the surroundings that the engine does without. */
export const surroundings = [
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
    name,
    message: "The engine knows no clock: use the event's `at`, or return a timer effect.",
  })),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
    name,
    message: 'The engine knows no network: return an effect, and the shell acts.',
  })),
  ...['crypto', 'localStorage', 'document', 'window', 'navigator', 'console'].map((name) => ({
    name,
    message: 'The engine decides from its arguments alone: take it as a fact.',
  })),
]

/** The process, which only the entry points touch. */
export const theProcess = {
  name: 'process',
  message: 'Only main.ts and the command line touch the process: take the setting as an argument.',
}

/** Requests to addresses that a seller may have chosen. */
export const requests = [
  {
    name: 'fetch',
    message: 'Requests leave through packages/server/src/egress, which guards where they go.',
  },
  { name: 'WebSocket', message: 'The server only accepts sockets.' },
]
export const requestModules = ['node:http', 'node:https', 'node:http2', 'undici'].map((name) => ({
  name,
  importNames: ['request', 'get', 'connect', 'fetch', 'Agent'],
  message: 'Requests leave through packages/server/src/egress, which guards where they go.',
}))

/** Modules that run code or programs from strings. */
export const virtualMachine = {
  name: 'node:vm',
  message: 'Nothing here runs code that it did not ship with.',
}
export const programs = {
  name: 'node:child_process',
  message: 'Only the command line, scripts and tests start programs.',
}
export const processModule = { name: 'node:process', message: theProcess.message }

function ban(selector, message) {
  return { selector, message }
}
