import { readFile } from 'node:fs/promises'
import { Product } from '@shopbell/protocol'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'

/** The shop around a sample flow: `flows/<name>/shop.json`. */
const SampleShop = Type.Object({
  name: Type.String({ minLength: 1 }),
  ruleBook: Type.String({ minLength: 1 }),
  timeZone: Type.String({ minLength: 1 }),
  products: Type.Array(Product),
})
export type SampleShop = Static<typeof SampleShop>

const sampleShop = Compile(SampleShop)

/** Reads and checks the file; throws where it is missing or of another shape, because it is part of this program. */
export async function readSampleShop(file: URL): Promise<SampleShop> {
  return sampleShop.Parse(JSON.parse(await readFile(file, 'utf8')))
}
