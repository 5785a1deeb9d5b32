import { readdirSync, readFileSync } from 'node:fs'
import type { FlowDocument } from '../document/flow-document.ts'
import { parseFlow } from '../document/parse-flow.ts'
import type { Profile } from '../flow/profile.ts'
import { profileById } from '../flow/profiles.ts'

const FLOWS = new URL('../../../../flows/', import.meta.url)

export interface SampleFlow {
  readonly name: string
  readonly source: string
  readonly document: FlowDocument
  /** The rule book of the sample's shop. */
  readonly profile: Profile
}

/** The flows that are shipped as samples, each as it is written and as it is read. */
export function sampleFlows(): readonly SampleFlow[] {
  return readdirSync(FLOWS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, FLOWS), 'utf8')
      const source = read('flow.json')
      const parsed = parseFlow(source)
      if (!parsed.ok) throw new Error(`${name}: ${parsed.problems.map(({ message }) => message).join(' ')}`)
      const { ruleBook } = JSON.parse(read('shop.json'))
      const profile = profileById(String(ruleBook))
      if (!profile) throw new Error(`${name}: there is no rule book “${String(ruleBook)}”.`)
      return { name, source, document: parsed.document, profile }
    })
}
