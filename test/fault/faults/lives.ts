import { setTimeout as sleep } from 'node:timers/promises'
import type { NodeOptions } from '../node/node-options.ts'
import type { FaultNode } from '../node/start-node.ts'
import type { Arena } from '../stage/arena.ts'

/** One life of a node: how it is made, and how it ends. */
export interface Life {
  readonly options?: NodeOptions
  /** Resolves when the node is dead. */
  readonly death: (node: FaultNode) => Promise<void>
}

/** Who is there: who writes from the beginning, and who joins in every life, to write or only to be asked and reminded. */
export interface Company {
  readonly writers: number
  readonly newWriters: number
  readonly newSilent: number
}

export const USUAL_COMPANY: Company = { writers: 20, newWriters: 2, newSilent: 2 }

/** Nodes that live and die one after the other under a crowd that goes on; the crowd lives through all of it. */
export async function liveThrough(
  arena: Arena,
  rounds: number,
  lifeOf: (round: number) => Life,
  { writers, newWriters, newSilent } = USUAL_COMPANY,
): Promise<void> {
  const { backing, crowd, links } = arena
  const { port } = links[0]
  for (let round = 0; round < rounds; round += 1) {
    const { options, death } = lifeOf(round)
    const node = await arena.start(options)
    if (round === 0) {
      crowd.join(writers, { port })
      crowd.employ(port, backing.apiToken)
    }
    crowd.join(newWriters, { port })
    crowd.join(newSilent, { port, pauseMs: null })
    if (node !== null) await death(node)
    arena.noteFault('a node is dead')
  }
  await arena.startWhole()
}

/** Kills the node after a drawn time. */
export function killedWithin(arena: Arena, leastMs: number, mostMs: number): Life['death'] {
  const afterMs = arena.chance.between(leastMs, mostMs)
  return async (node) => {
    await sleep(afterMs)
    await node.kill()
  }
}
