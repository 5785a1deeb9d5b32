// An extension as its vendor would write it. It imports nothing of Shopbell's at run time: an extension is a plain value.
import { lookUpPoints } from './members.js'
import { rankForMembers } from './rank.js'

/** @type {import('@shopbell/engine').ExtensionBlock} */
const loyaltyPoints = {
  kind: 'acme/loyalty-points',
  title: { en: 'Loyalty points', 'zh-CN': '会员积分' },
  says: {
    en: 'Tells buyers their points, and leads those with enough of them elsewhere.',
    'zh-CN': '告诉买家积分，积分足够的买家走另一条路',
  },
  fields: {
    type: 'object',
    properties: { threshold: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1_000 } },
    required: ['threshold'],
    additionalProperties: false,
  },
  labels: { threshold: { en: 'Enough from', 'zh-CN': '足够的积分' } },
  text: 'required',
  ways: [{ id: 'enough', title: { en: 'Enough points', 'zh-CN': '积分足够' }, text: 'required' }],
  problems: ({ threshold }) =>
    Number(threshold) % 10 === 0
      ? []
      : [{ field: 'threshold', message: 'Points are given in tens; round this to one of them.' }],
  transitions: ({ fields, fact, show, say, to }) => [
    {
      guard: fact('points', 'atLeast', fields.threshold),
      actions: [show('acme/points', ['points', 'tier'], 'enough')],
      target: to('enough'),
    },
    {
      guard: fact('points', 'answered'),
      actions: [show('acme/points', ['points', 'tier'])],
      target: to(),
    },
    { actions: [say()], target: to() },
  ],
}

/** @type {import('@shopbell/engine').ExtensionRule} */
const quietForVip = {
  name: 'acme/quiet-for-vip',
  says: { en: 'A gold member is received by a person, not by the robot.', 'zh-CN': '金卡会员由人工接待' },
  silence: ({ known: { tier } }) => (tier === 'gold' ? { tier } : null),
}

/** @type {import('@shopbell/engine').Extension} */
export const extension = {
  format: 1,
  vendor: 'acme',
  version: '1.0.0',
  facts: {
    points: { type: 'number', title: { en: 'Points', 'zh-CN': '积分' } },
    tier: { type: 'string', title: { en: 'Tier', 'zh-CN': '等级' } },
  },
  lookUp: lookUpPoints,
  blocks: [loyaltyPoints],
  rules: [quietForVip],
  contents: [{ kind: 'acme/points', title: { en: 'Points card', 'zh-CN': '积分卡' } }],
  rank: rankForMembers,
}
