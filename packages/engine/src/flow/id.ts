import Type from 'typebox'

export const closed = { additionalProperties: false } as const

const ID = '[a-z0-9-]{1,40}'
/** The one name among them that every JavaScript object already has: looked up, it would be there without having been written. */
const NOT_TAKEN = '(?!constructor$)'

/** Ids of blocks, questions, choices and cases: they never change with their texts (flow-format rule 1). */
export const FlowId = Type.String({ pattern: `^${NOT_TAKEN}${ID}$` })

/** `block`, `block.part` or `block.item.part`. */
export const TextKey = Type.String({ pattern: `^${NOT_TAKEN}${ID}(\\.${ID}){0,2}$` })
