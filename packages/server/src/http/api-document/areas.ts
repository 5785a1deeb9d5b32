/** Parts of the API, by what their addresses begin with; the first that fits has a route. */
interface Area {
  readonly name: string
  readonly description: string
  readonly paths: readonly string[]
}

export const AREAS: readonly Area[] = [
  {
    name: 'Conversations',
    description: 'What buyers and the store say to each other, and who has it in hand.',
    paths: ['/conversations', '/contacts'],
  },
  { name: 'Answers', description: 'What buyers answered to smart questions.', paths: ['/answers'] },
  {
    name: 'Flow',
    description: 'The reception itself: its draft, publishing, and the versions that were published.',
    paths: ['/flow', '/extensions'],
  },
  {
    name: 'Catalogue',
    description: 'Products and their categories, as the shop’s own system knows them.',
    paths: ['/products', '/categories'],
  },
  { name: 'Orders', description: 'Orders of the shop’s own system.', paths: ['/orders'] },
  {
    name: 'Settings',
    description: 'Hours, the rule book, and what the robot says beside the flow.',
    paths: ['/settings'],
  },
  {
    name: 'Shop pages',
    description: 'The chat on shop pages: how it looks and where it may be.',
    paths: ['/widget'],
  },
  {
    name: 'Stores',
    description: 'The store’s own settings, and the way between stores.',
    paths: ['/store', '/stores', '/session/store'],
  },
  {
    name: 'People',
    description: 'Who works for the store, and who did what.',
    paths: ['/accounts', '/invitations', '/password-resets', '/audit', '/letters'],
  },
  {
    name: 'My account',
    description: 'One’s own name, password, passkeys, browsers, and how one attends.',
    paths: ['/account', '/passkeys', '/attendance'],
  },
  {
    name: 'Entrance',
    description: 'Setting up, signing in and out, keys for programs and for the console’s socket.',
    paths: ['/setup', '/session', '/api-tokens', '/socket-tickets'],
  },
  {
    name: 'Webhooks',
    description: 'Endpoints that are told what happens, and what became of each telling.',
    paths: ['/webhooks'],
  },
  {
    name: 'Documents',
    description: 'This API and the sockets, described for machines.',
    paths: ['/openapi.json', '/asyncapi.json'],
  },
]

/** The area of an address. Throws for one that belongs to none: a new area needs its line above. */
export function areaOf(path: string): string {
  const isBelow = (beginning: string) => path === beginning || path.startsWith(`${beginning}/`)
  const area = AREAS.find(({ paths }) => paths.some((beginning) => isBelow(beginning)))
  if (area === undefined) throw new Error(`${path} belongs to no area of the API; give it one in areas.ts.`)
  return area.name
}
