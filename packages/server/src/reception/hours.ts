import {
  type Facts,
  isOn,
  nextChange,
  nextOn,
  type ReceptionStep,
  type Schedule,
  scheduleOf,
} from '@shopbell/engine'
import { DEFAULT_RECEPTION_SETTINGS, type ReceptionSettings } from '@shopbell/protocol'
import type { KeptSetting } from '../store/settings.ts'

/** One account's or the store's settings, ready to be asked. */
interface Hours {
  readonly robot: Schedule
  readonly people: Schedule
  readonly without: readonly ReceptionStep[]
}

/** The hours of a store, and of each account that has its own (SCH-05). */
export interface StoreHours {
  readonly store: Hours
  readonly ofAccounts: ReadonlyMap<number, Hours>
}

export function storeHours(kept: readonly KeptSetting<ReceptionSettings>[], storeZone: string): StoreHours {
  const hoursOf = (settings: ReceptionSettings): Hours => ({
    robot: scheduleOf(settings, 'robot', storeZone),
    people: scheduleOf(settings, 'people', storeZone),
    without: withoutParts(settings),
  })
  const ofStore = kept.find(({ accountId }) => accountId === null)?.value
  return {
    store: hoursOf(ofStore ?? DEFAULT_RECEPTION_SETTINGS),
    ofAccounts: new Map(
      kept.flatMap(({ accountId, value }) =>
        accountId === null || value === null ? [] : [[accountId, hoursOf(value)]],
      ),
    ),
  }
}

/** What the engine is told of the moment. The hours are those of whom the conversation is given to, else the store's (SCH-05). */
export function hoursFacts(
  { store, ofAccounts }: StoreHours,
  assigneeId: number | null,
  at: number,
): Pick<Facts['store'], 'openNow' | 'robotOff' | 'without'> {
  const { robot, people, without } = (assigneeId === null ? undefined : ofAccounts.get(assigneeId)) ?? store
  const by = robot.mode === 'off' ? 'mode' : 'hours'
  return {
    openNow: isOn(people, at),
    ...(isOn(robot, at) ? {} : { robotOff: { by, until: onAgainAt(robot, at) } }),
    ...(without.length === 0 ? {} : { without }),
  }
}

/** Looking for the next change costs more than all rules of a step; between two changes the answer is the same. */
const ON_AGAIN = new WeakMap<Schedule, { readonly since: number; readonly until: number | null }>()

/** When a robot that is off at `at` is on again, as far as that is known. */
function onAgainAt(robot: Schedule, at: number): number | null {
  const known = ON_AGAIN.get(robot)
  if (known && known.until !== null && known.since <= at && at < known.until) return known.until
  const until = nextChange(robot, at)
  ON_AGAIN.set(robot, { since: at, until })
  return until
}

/** What a buyer reads of the store's hours: whether people are there, and else from when on. */
export function openingOf(
  { store: { people } }: StoreHours,
  at: number,
): { open: boolean; opensAt?: number } {
  const opensAt = nextOn(people, at)
  const open = opensAt === at
  return { open, ...(open || opensAt === null ? {} : { opensAt }) }
}

function withoutParts({ parts }: ReceptionSettings): readonly ReceptionStep[] {
  const all = ['welcome', 'recommendation', 'faq_list', 'smart_questions'] as const
  return all.filter((part) => !parts[part])
}
