import type { AnyMachineSnapshot } from 'xstate'
import type { ClassifiedEvent } from '../../packages/engine/src/conversation/classified-event.ts'
import type { ReceptionEvent } from '../../packages/engine/src/conversation/event.ts'
import type { Facts } from '../../packages/engine/src/conversation/facts.ts'
import type { Program } from '../../packages/engine/src/conversation/program.ts'
import type { Session } from '../../packages/engine/src/conversation/session.ts'
import { advance } from '../../packages/engine/src/conversation/advance.ts'
import { classify } from '../../packages/engine/src/conversation/classify.ts'
import { freshSession } from '../../packages/engine/src/conversation/fresh-session.ts'
import { openShop } from '../../packages/engine/src/testing/open-shop.ts'
import { sampleFlows } from '../../packages/engine/src/testing/sample-flows.ts'

/** One event of the script as `step` gets it. */
export interface WholeStep {
  readonly session: Session | null
  readonly event: ReceptionEvent
  readonly facts: Facts
}

/** What is left of an event for the machine alone. */
export interface MachineMove {
  readonly snapshot: AnyMachineSnapshot
  readonly event: ClassifiedEvent
}

export interface Script {
  readonly program: Program
  readonly steps: readonly WholeStep[]
  readonly moves: readonly MachineMove[]
}

/** A buyer of the sample factory who taps five questions, answers three smart ones and then asks for a person: eleven events. */
export function engineScript(): Script {
  const flow = sampleFlows().find(({ name }) => name === 'export-factory')
  if (flow === undefined) throw new Error('The sample flow export-factory is gone.')
  const steps: WholeStep[] = []
  let session: Session | null = null
  const shop = openShop(flow.document, {
    profile: flow.profile,
    watch: (event, facts, taken) => {
      if (taken.rejected !== undefined) throw new Error(`The script is refused: ${taken.rejected.code}.`)
      steps.push({ session, event, facts })
      session = taken.session
    },
  })
  shop.enter()
  const list = shop.latest('faq_list')
  for (const question of ['moq', 'lead-time', 'samples']) shop.tap(list, question)
  shop.answer(shop.latest('smart_question'), 'ml-750')
  shop.tap(list, 'logo')
  shop.answer(shop.latest('smart_question'), 800)
  shop.tap(list, 'payment')
  shop.answer(shop.latest('smart_question'), ['laser'])
  shop.say('Do you ship to Hamburg?')
  shop.askForPerson()
  const program = shop.programOf(1)
  return { program, steps, moves: steps.flatMap((one) => movesOf(program, one)) }
}

function movesOf(program: Program, { session, event, facts }: WholeStep): readonly MachineMove[] {
  const here = session ?? freshSession(program, session, event, facts)
  const { store, products } = facts
  const world = {
    locale: here.locale,
    entry: here.entrance?.entry ?? null,
    openNow: store.openNow,
    returning: false,
    products: products?.length ?? 0,
  }
  const classified = classify(program, here, event, facts, world)
  if ('rejected' in classified) throw new Error(`The script is refused: ${classified.rejected.code}.`)
  let snapshot: AnyMachineSnapshot = program.machine.resolveState({
    value: here.value,
    context: here.context,
  })
  return classified.events.map((one) => {
    const move = { snapshot, event: one }
    snapshot = advance(program.machine, snapshot, one).snapshot
    return move
  })
}
