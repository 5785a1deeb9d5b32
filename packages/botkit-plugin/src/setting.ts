import {
  behaviourHash,
  compileFlow,
  type ExtensionSet,
  extensionSet,
  type FlowDocument,
  isPublishable,
  parseFlow,
  type Problem,
  type Profile,
  profileById,
  PROFILES,
  type Program,
  readFlow,
  validateFlow,
} from '@shopbell/engine'
import { type HoursKept, readHours } from './hours.ts'
import type { ReceptionOptions } from './options.ts'

/** The options with everything they leave open, and the flow compiled. */
export interface Setting {
  readonly options: ReceptionOptions
  readonly program: Program
  readonly extensions: ExtensionSet
  /** Tells one flow from another, whatever it is called. */
  readonly flow: string
  readonly profile: Profile
  readonly storeName: string
  readonly timeZone: string
  readonly hours: HoursKept
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

/** Throws an error that lists the problems of a flow that cannot run, or names the rule book that does not exist. */
export function settingOf(options: ReceptionOptions): Setting {
  const { profile: named = 'marketplace', timeZone = 'UTC', now = Date.now, onError = tellConsole } = options
  const profile = typeof named === 'string' ? profileById(named) : named
  if (!profile) {
    const known = Object.keys(PROFILES).join(', ')
    throw new Error(
      `There is no rule book “${String(named)}”; use one of ${known}, or a Profile of your own.`,
    )
  }
  const document = documentOf(options.flow)
  const extensions = extensionsOf(options)
  const problems = validateFlow(document, profile, extensions)
  if (!isPublishable(problems)) throw unfit(problems)
  return {
    options,
    program: compileFlow(document, 0, extensions),
    extensions,
    flow: behaviourHash(document),
    profile,
    storeName: options.storeName ?? document.name,
    timeZone,
    hours: readHours(options.hours ?? {}, timeZone),
    now,
    onError,
  }
}

function extensionsOf({ extensions = [] }: ReceptionOptions): ExtensionSet {
  const read = extensionSet(extensions)
  if (!read.ok)
    throw new Error(`The extensions cannot be used:\n${read.faults.map((fault) => `- ${fault}`).join('\n')}`)
  return read.extensions
}

function documentOf(flow: FlowDocument | string): FlowDocument {
  const parsed = typeof flow === 'string' ? parseFlow(flow) : readFlow(flow)
  if (!parsed.ok) throw unfit(parsed.problems)
  return parsed.document
}

function unfit(problems: readonly Problem[]): Error {
  const told = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at, message }) => `- ${code} ${at}: ${message}`)
  return new Error(`The flow cannot run:\n${told.join('\n')}`)
}

function tellConsole(error: unknown): void {
  console.error('shopbell reception:', error)
}
