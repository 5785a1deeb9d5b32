import { readdirSync, readFileSync } from 'node:fs'
import { parseFlow, profileById, type FlowDocument, type Profile } from '@shopbell/engine'
import type { ProductCard } from '@shopbell/protocol'
import { parseScript } from './script/parse-script.ts'
import type { Script } from './script/script.ts'

/** The shop around a sample flow, from `flows/<name>/shop.json`: what a flow does not hold but a conversation needs. */
export interface Shop {
  readonly folder: string
  readonly name: string
  readonly ruleBook: string
  readonly timeZone: string
  readonly products: readonly ProductCard[]
  readonly document: FlowDocument
  readonly scripts: readonly Script[]
}

const FLOWS = new URL('../../flows/', import.meta.url)

/** All sample shops, each with its flow and its conversations. */
export function readShops(): readonly Shop[] {
  return readdirSync(FLOWS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readShop(name))
}

/** The rule book of that id; a shop that names another is a mistake of the sample. */
export function ruleBookOf(id: string): Profile {
  const profile = profileById(id)
  if (!profile) throw new Error(`There is no rule book “${id}”.`)
  return profile
}

function readShop(folder: string): Shop {
  const read = (path: string): string => readFileSync(new URL(`${folder}/${path}`, FLOWS), 'utf8')
  const parsed = parseFlow(read('flow.json'))
  if (!parsed.ok)
    throw new Error(`flows/${folder}/flow.json: ${parsed.problems.map(({ message }) => message).join(' ')}`)
  const scripts = readdirSync(new URL(`${folder}/conversations/`, FLOWS))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseScript(`flows/${folder}/conversations/${file}`, read(`conversations/${file}`)))
  // A file of this repository, not input: its shape is what the tests that use it need.
  const shop = JSON.parse(read('shop.json')) as Pick<Shop, 'name' | 'ruleBook' | 'timeZone' | 'products'>
  return { ...shop, folder, document: parsed.document, scripts }
}
