import type { Snapshot } from '../checker/snapshot.ts'
import { type Chance, createChance } from '../chance.ts'
import { createHistory, type History } from '../history/history.ts'
import { type FaultProxy, openFaultProxy } from '../link/fault-proxy.ts'
import type { NodeOptions } from '../node/node-options.ts'
import { type FaultNode, startNode } from '../node/start-node.ts'
import { type Crowd, gatherCrowd } from '../people/crowd.ts'
import type { Backing } from './backing.ts'
import type { PostgresWorld } from './postgres-world.ts'
import { comeToRest, PATIENCE_MS } from './come-to-rest.ts'

/** Where one block of rounds happens: a database, two links for buyers, nodes that come and go, and a crowd. */
export interface Arena {
  readonly seed: number
  /** How long clients are waited for. One of a broken build may wait for ever, and is found out all the same. */
  readonly patienceMs: number
  readonly chance: Chance
  readonly history: History
  readonly world: PostgresWorld
  readonly backing: Backing
  /** Buyers reach the first node through the first link, the second through the second. */
  readonly links: readonly [FaultProxy, FaultProxy]
  /** One more link to a node, for a group of buyers of its own. */
  readonly openLink: (node: FaultNode) => Promise<FaultProxy>
  readonly crowd: Crowd
  /** Starts a node behind a link; null: it was told to die, and did so before it listened. */
  readonly start: (options?: NodeOptions, place?: 0 | 1) => Promise<FaultNode | null>
  /** Starts one that has no reason to die. */
  readonly startWhole: (options?: NodeOptions, place?: 0 | 1) => Promise<FaultNode>
  readonly noteFault: (what: string) => void
  /** Something is broken that no invariant speaks of. */
  readonly complain: (what: string) => void
  readonly complaints: readonly string[]
  /** Everyone falls silent, everything comes to rest, the last node ends; what the database then holds. */
  readonly finish: () => Promise<Snapshot>
  /** Removes everything, also after a failure. */
  readonly clear: () => Promise<void>
}

/** What a mended server needs of a client that runs ten times as fast, so that it notices a dead one in seconds. */
const BEAT_EVERY_MS = 2_500

/** A broken build may never come to rest, and need not. */
const NO_PATIENCE_MS = 6_000

export async function openArena(
  world: PostgresWorld,
  backing: Backing,
  seed: number,
  everyNode: NodeOptions = {},
): Promise<Arena> {
  const chance = createChance(seed)
  const history = createHistory()
  const links = [await openFaultProxy(), await openFaultProxy()] as const
  const moreLinks: FaultProxy[] = []
  const crowd = gatherCrowd(history, chance.branch())
  const nodes: FaultNode[] = []
  const complaints: string[] = []
  const noteFault = (what: string) => {
    history.note({ f: 'fault', client: 'harness', what })
  }
  const start: Arena['start'] = async (options = {}, place = 0) => {
    const node = await startNode(backing.environment, {
      beatEveryMs: BEAT_EVERY_MS,
      ...everyNode,
      ...options,
    })
    if (node === null) return null
    nodes.push(node)
    links[place].lead(node.port)
    noteFault('a node is ready')
    return node
  }

  const patienceMs = everyNode.build ? NO_PATIENCE_MS : PATIENCE_MS

  return {
    seed,
    patienceMs,
    chance,
    history,
    world,
    backing,
    links,
    openLink: async (node) => {
      const link = await openFaultProxy()
      moreLinks.push(link)
      link.lead(node.port)
      return link
    },
    crowd,
    start,
    startWhole: async (options, place) => {
      const node = await start(options, place)
      if (node === null) throw new Error('A node without a fault died.')
      return node
    },
    noteFault,
    complain: (what) => void complaints.push(what),
    complaints,
    finish: async () => {
      if (!nodes.some((node) => node.isAlive())) await start({})
      await comeToRest(crowd, history, backing.watch, patienceMs)
      crowd.noteHeld()
      crowd.leave()
      for (const node of nodes) if (node.isAlive()) await node.stop()
      return backing.snapshot()
    },
    clear: async () => {
      crowd.hush()
      crowd.leave()
      for (const node of nodes) if (node.isAlive()) await node.kill()
      for (const link of [...links, ...moreLinks]) await link.close()
      await backing.remove()
    },
  }
}
