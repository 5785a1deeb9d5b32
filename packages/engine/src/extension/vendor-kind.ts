import type { BlockDescription } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import type { BlockKind } from '../blocks/block-kind.ts'
import { vendor, wayText, type VendorBlock } from '../blocks/vendor/vendor.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import { errorsOf } from '../flow/schema-errors.ts'
import type { ExtensionBlock } from './extension-block.ts'
import { defaultsOf, vendorState, vendorTransitions } from './vendor-state.ts'

/** A kind by its description; what it does is known only where the extension's code is. */
export type DescribedBlock = BlockDescription & Partial<Pick<ExtensionBlock, 'transitions' | 'problems'>>

/** A vendor's kind as the engine asks every kind. */
export function vendorKind(described: DescribedBlock): BlockKind<VendorBlock, typeof VendorBlock> {
  const { kind, ways = [], text, transitions } = described
  const fits = described.fields ? Compile(described.fields) : null
  const runnable = transitions ? { ...described, transitions } : null
  return {
    ...vendor,
    kind,
    texts: (id) => [
      { key: id, required: text === 'required', at: '' },
      ...ways.map((way) => ({ key: wayText(id, way.id), required: way.text === 'required', at: '/ways' })),
    ],
    problems: (id, block) => [
      ...wayProblems(block, ways),
      ...fieldProblems(block, described, fits),
      ...(runnable && vendorTransitions(id, block, (target) => String(target), runnable) === null
        ? [
            problem(
              'EXTENSION_BROKEN',
              '/kind',
              `“${kind}” does what no block may, so buyers would only get a person; ask its vendor.`,
            ),
          ]
        : []),
    ],
    state: (id, block, to) => (runnable ? vendorState(id, block, to, runnable) : vendor.state(id, block, to)),
  }
}

function wayProblems(block: VendorBlock, ways: NonNullable<BlockDescription['ways']>): readonly Problem[] {
  const present = (block.ways ?? []).map(({ id }) => id)
  const missing = ways
    .filter(({ id }) => !present.includes(id))
    .map(({ id, title }) =>
      problem('LINK_MISSING', '/ways', `“${title.en}” (${id}) leads nowhere; give the block this way again.`),
    )
  const unknown = present.flatMap((id, index) =>
    ways.some((way) => way.id === id) && present.indexOf(id) === index
      ? []
      : [problem('FIELD_UNFIT', pointer('ways', index, 'id'), `“${id}” is no way of this block; remove it.`)],
  )
  return [...missing, ...unknown]
}

function fieldProblems(
  { fields = {} }: VendorBlock,
  described: DescribedBlock,
  fits: ReturnType<typeof Compile> | null,
): readonly Problem[] {
  const full = { ...defaultsOf(described), ...fields }
  const ofShape = fits
    ? errorsOf(fits, full, '/fields').map(({ at, message }) => problem('FIELD_UNFIT', at, message))
    : Object.keys(fields).map((name) =>
        problem('FIELD_UNFIT', pointer('fields', name), `“${name}” is not known here; remove it.`),
      )
  if (ofShape.length > 0) return ofShape
  try {
    return (described.problems?.(full) ?? []).map(({ field, message }) =>
      problem('FIELD_UNFIT', pointer('fields', field), message),
    )
  } catch {
    return [
      problem('EXTENSION_BROKEN', '/fields', 'The extension failed to look at these fields; ask its vendor.'),
    ]
  }
}
