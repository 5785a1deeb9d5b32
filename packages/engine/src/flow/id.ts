import Type from 'typebox'

export const closed = { additionalProperties: false } as const

const ID = '[a-z0-9-]{1,40}'

/** Ids of blocks, questions, choices and cases: they never change with their texts (flow-format rule 1). */
export const FlowId = Type.String({ pattern: `^${ID}$` })

/** `block`, `block.part` or `block.item.part`. */
export const TextKey = Type.String({ pattern: `^${ID}(\\.${ID}){0,2}$` })
