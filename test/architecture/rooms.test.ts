import { describe, expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { codeBelow, isTest } from './repository-files.ts'

/** What one room of a package may import: rooms, or single files of a room. */
interface Rooms {
  readonly folder: string
  /** Files in src itself that every room may import; the other ones put the rooms together. */
  readonly ground: readonly string[]
  readonly mayImport: Readonly<Record<string, readonly string[]>>
  /** What a room may name in `import type` beyond that: shapes are shared where acts are not. */
  readonly mayNameTypesOf: Readonly<Record<string, readonly string[]>>
}

/** The engine's lowest rooms. */
const lowest = ['text', 'time']
/** The server's rooms with one function per use case. */
const useCases = [
  'reception',
  'publishing',
  'accounts',
  'settings',
  'inbox',
  'mail',
  'storefront',
  'catalogue',
  'webhooks',
]

const PACKAGES: Readonly<Record<string, Rooms>> = {
  engine: {
    folder: 'packages/engine/src',
    ground: [],
    mayImport: {
      text: [],
      time: [],
      flow: lowest,
      library: ['flow'],
      rendering: [],
      blocks: [...lowest, 'flow'],
      extension: [...lowest, 'flow', 'blocks', 'rules'],
      document: [...lowest, 'flow', 'blocks', 'extension'],
      editing: [...lowest, 'flow', 'document'],
      diff: [...lowest, 'flow', 'blocks', 'document'],
      rules: [...lowest, 'flow'],
      allocation: [...lowest, 'flow'],
      'reply-rate': [...lowest, 'flow'],
      conversation: [
        ...lowest,
        'flow',
        'blocks',
        'extension',
        'document',
        'rules',
        'allocation',
        'reply-rate',
      ],
      analysis: [...lowest, 'flow', 'blocks', 'document', 'conversation'],
      exporting: [...lowest, 'flow', 'blocks', 'extension', 'document', 'conversation', 'simulate'],
      simulate: [...lowest, 'flow', 'blocks', 'document', 'conversation'],
    },
    mayNameTypesOf: { blocks: ['conversation'], rules: ['conversation'], extension: ['conversation'] },
  },
  server: {
    folder: 'packages/server/src',
    ground: ['clock.ts'],
    mayImport: {
      config: [],
      observability: ['config'],
      // What all doors to the outside share: refusing an upgrade, reading a frame.
      web: ['observability', 'config'],
      store: ['observability', 'config'],
      // The way to other nodes is a connection to their common database; what is said on it is not the store's business.
      bus: [
        'store/postgres/lasting-client.ts',
        'store/postgres/connection-settings.ts',
        'observability',
        'config',
      ],
      // Use cases. How a refusal looks is the reception's word for all of them.
      reception: ['store', 'bus', 'observability', 'config'],
      accounts: ['store', 'bus', 'observability', 'config', 'reception/refused.ts'],
      publishing: ['reception', 'accounts', 'store', 'bus', 'observability', 'config'],
      inbox: ['reception', 'accounts', 'store', 'bus', 'observability', 'config'],
      mail: ['store', 'observability', 'config'],
      storefront: ['reception', 'accounts', 'store', 'bus', 'observability', 'config'],
      settings: ['reception', 'accounts', 'store', 'bus', 'observability', 'config'],
      // The one way out to addresses that a seller has chosen.
      egress: ['observability', 'config'],
      webhooks: ['egress', 'reception', 'accounts', 'store', 'bus', 'observability', 'config'],
      catalogue: ['reception', 'accounts', 'store', 'bus', 'web', 'observability', 'config'],
      // The doors ask use cases and never the database.
      socket: [...useCases, 'web', 'observability', 'config'],
      // Another door of the same house: it shares the gate of the buyers' socket.
      botkit: [...useCases, 'socket', 'web', 'observability', 'config'],
      'console-socket': [...useCases, 'socket', 'web', 'observability', 'config'],
      http: [...useCases, 'botkit', 'web', 'observability', 'config'],
      pages: ['storefront', 'web', 'observability', 'config'],
      // The poller reads due rows itself; what they mean is for the reception to decide.
      jobs: [...useCases, 'store', 'bus', 'observability', 'config'],
      seed: [...useCases, 'store', 'bus', 'observability', 'config'],
      // Put together by main.ts, and only when an operator asks for it by name.
      'test-clock': [],
    },
    mayNameTypesOf: {
      'test-clock': ['socket'],
      mail: ['accounts'],
      socket: ['store', 'bus'],
      'console-socket': ['store', 'bus'],
      botkit: ['store', 'bus'],
      http: ['store', 'bus', 'egress'],
      pages: ['store'],
    },
  },
}

describe.for(Object.entries(PACKAGES))('in %s', ([, { folder, ground, mayImport, mayNameTypesOf }]) => {
  const placeOf = (path: string) => path.slice(folder.length + 1)
  const roomOf = (path: string) => (placeOf(path).includes('/') ? placeOf(path).split('/')[0] : undefined)
  const inRooms = codeBelow(folder).filter((path) => !isTest(path) && roomOf(path) !== undefined)

  test('every room has its line in the map', () => {
    const unknown = new Set(inRooms.map((path) => roomOf(path) ?? '').filter((room) => !(room in mayImport)))
    expect([...unknown]).toEqual([])
  })

  test('a room imports only the rooms below it', () => {
    const backwards = inRooms.flatMap((path) => {
      const room = roomOf(path) ?? ''
      return importsOf(path)
        .filter(({ file, typeOnly }) => {
          if (file === null || !file.startsWith(`${folder}/`)) return false
          const target = roomOf(file)
          if (target === room) return false
          if (target === undefined) return !ground.includes(placeOf(file))
          const doors = [...(mayImport[room] ?? []), ...(typeOnly ? (mayNameTypesOf[room] ?? []) : [])]
          return !doors.includes(target) && !doors.includes(placeOf(file))
        })
        .map(({ specifier }) => `${path} imports ${specifier}`)
    })
    expect(backwards).toEqual([])
  })
})

test('no block kind imports another: kinds stay home', () => {
  const folder = 'packages/engine/src/blocks/'
  const kindOf = (path: string) => {
    const place = path.startsWith(folder) ? path.slice(folder.length) : ''
    return place.includes('/') ? place.split('/')[0] : undefined
  }
  const visits = codeBelow('packages/engine/src')
    .filter((path) => kindOf(path) !== undefined)
    .flatMap((path) =>
      importsOf(path)
        .filter(({ file }) => file !== null && kindOf(file) !== undefined && kindOf(file) !== kindOf(path))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
  expect(visits).toEqual([])
})

describe('in editor', () => {
  const folder = 'packages/editor/src/lib/'
  const shared = ['ui', 'api', 'live', 'i18n']
  const areaOf = (path: string | null) =>
    path?.startsWith(folder) ? path.slice(folder.length).split('/')[0] : undefined
  const library = codeBelow('packages/editor/src').filter(
    (path) => !isTest(path) && areaOf(path) !== undefined,
  )

  test('an area never imports another area, and shared rooms never import areas', () => {
    const trespassing = library.flatMap((path) =>
      importsOf(path)
        .filter(({ file }) => {
          const target = areaOf(file)
          return target !== undefined && target !== areaOf(path) && !shared.includes(target)
        })
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(trespassing).toEqual([])
  })

  test('nothing in lib imports a route', () => {
    const upwards = library.flatMap((path) =>
      importsOf(path)
        .filter(({ file }) => file?.startsWith('packages/editor/src/routes/'))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(upwards).toEqual([])
  })
})
