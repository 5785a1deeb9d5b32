import type { Variable } from '../flow/variable.ts'
import type { InLibraryLocales } from './library-words.ts'

/** What a shop sells, as far as it decides what to ask. `any` is asked everywhere. */
export const PRODUCT_CATEGORIES = [
  'any',
  'apparel',
  'bags',
  'home',
  'furniture',
  'electronics',
  'machinery',
  'packaging',
  'beauty',
  'food',
  'toys',
] as const
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number]

/** A smart question to begin from (SQ-05): what it asks, of which type the answer is, and the words of its options. */
export interface SmartSuggestion {
  /** A name that is never used for another; the answer is called so, too. */
  readonly id: string
  readonly category: ProductCategory
  readonly variable: Variable
  readonly words: InLibraryLocales<{
    /** Two or three words that name it in a list. */
    readonly title: string
    readonly question: string
    /** A label for each option of the variable. */
    readonly options: Readonly<Record<string, string>>
  }>
}

type InBoth = readonly [en: string, zh: string]
type Asked = readonly [title: InBoth, question: InBoth]

function suggestion(
  category: ProductCategory,
  id: string,
  variable: Variable,
  [title, question]: Asked,
  options: Readonly<Record<string, InBoth>> = {},
): SmartSuggestion {
  const wordsIn = (place: 0 | 1) => ({
    title: title[place],
    question: question[place],
    options: Object.fromEntries(Object.entries(options).map(([option, words]) => [option, words[place]])),
  })
  return { id, category, variable, words: { en: wordsIn(0), 'zh-CN': wordsIn(1) } }
}

function choice(
  category: ProductCategory,
  id: string,
  asked: Asked,
  options: Readonly<Record<string, InBoth>>,
  type: 'choice' | 'choices' = 'choice',
): SmartSuggestion {
  return suggestion(category, id, { type, options: Object.keys(options) }, asked, options)
}

const choices = (...[category, id, asked, options]: Parameters<typeof choice>) =>
  choice(category, id, asked, options, 'choices')

const amount = (category: ProductCategory, id: string, unit: string, asked: Asked) =>
  suggestion(category, id, { type: 'number', unit, min: 1 }, asked)

const text = (category: ProductCategory, id: string, asked: Asked) =>
  suggestion(category, id, { type: 'text' }, asked)

const date = (category: ProductCategory, id: string, asked: Asked) =>
  suggestion(category, id, { type: 'date' }, asked)

/** Questions that let a person answer an inquiry at once; those for every shop first. */
export const SMART_LIBRARY: readonly SmartSuggestion[] = [
  text('any', 'wanted', [
    ['Product wanted', '想要的商品'],
    ['Which product are you looking for? A model or a link is enough.', '您想要哪款商品？发型号或链接就行。'],
  ]),
  amount('any', 'quantity', 'pcs', [
    ['Quantity', '数量'],
    ['How many pieces do you need?', '需要多少件？'],
  ]),
  text('any', 'destination', [
    ['Destination', '目的地'],
    ['Where should we ship to? City and country are enough.', '发到哪里？告诉我们国家和城市。'],
  ]),
  choices(
    'any',
    'customisation',
    [
      ['Customisation', '定制'],
      ['What would you like made to your wishes?', '需要定制哪些内容？'],
    ],
    {
      logo: ['Our logo', '印标志'],
      packaging: ['Packaging', '包装'],
      colour: ['Colour', '颜色'],
      design: ['Own design', '来图定制'],
      none: ['Nothing', '不需要'],
    },
  ),
  date('any', 'delivery', [
    ['Delivery date', '交货日期'],
    ['By when do you need the goods?', '最晚什么时候要货？'],
  ]),
  text('any', 'budget', [
    ['Budget', '预算'],
    ['What price per piece do you have in mind?', '期望的单价是多少？'],
  ]),
  choice(
    'any',
    'sample',
    [
      ['Sample', '样品'],
      ['Would you like a sample first?', '需要先寄样品吗？'],
    ],
    { yes: ['Yes', '需要'], no: ['No', '不需要'] },
  ),
  choice(
    'any',
    'buyer',
    [
      ['Kind of buyer', '买家类型'],
      ['What do you buy for?', '您采购做什么用？'],
    ],
    {
      shop: ['My shop', '自己开店'],
      wholesale: ['Wholesale', '批发'],
      company: ['My company', '公司自用'],
      private: ['Myself', '个人使用'],
    },
  ),
  choice(
    'any',
    'shipping-way',
    [
      ['Way of shipping', '运输方式'],
      ['How should we ship?', '希望怎么发货？'],
    ],
    {
      express: ['Express', '快递'],
      air: ['Air', '空运'],
      sea: ['Sea', '海运'],
      forwarder: ['My forwarder', '我的货代'],
    },
  ),
  choices(
    'apparel',
    'sizes',
    [
      ['Sizes', '尺码'],
      ['Which sizes do you need?', '需要哪些尺码？'],
    ],
    { s: ['S', 'S'], m: ['M', 'M'], l: ['L', 'L'], xl: ['XL', 'XL'], plus: ['Larger', '更大码'] },
  ),
  text('apparel', 'fabric', [
    ['Fabric', '面料'],
    ['Which fabric and weight would you like?', '想要什么面料和克重？'],
  ]),
  choice(
    'bags',
    'material',
    [
      ['Material', '材质'],
      ['Which material do you prefer?', '想要什么材质？'],
    ],
    {
      leather: ['Leather', '真皮'],
      'faux-leather': ['Faux leather', '人造革'],
      canvas: ['Canvas', '帆布'],
      nylon: ['Nylon', '尼龙'],
    },
  ),
  choice(
    'home',
    'capacity',
    [
      ['Capacity', '容量'],
      ['Which capacity do you need?', '需要多大容量？'],
    ],
    {
      small: ['Up to 350 ml', '350 毫升以内'],
      medium: ['500 ml', '500 毫升'],
      large: ['750 ml', '750 毫升'],
      'extra-large': ['1 l or more', '1 升以上'],
    },
  ),
  text('furniture', 'dimensions', [
    ['Dimensions', '尺寸'],
    [
      'Which dimensions do you need? Width, depth and height in cm.',
      '需要什么尺寸？写明宽、深、高（厘米）。',
    ],
  ]),
  choice(
    'furniture',
    'assembly',
    [
      ['Assembly', '组装'],
      ['How should it arrive?', '希望怎样送达？'],
    ],
    { flat: ['Flat-packed', '平板包装'], assembled: ['Assembled', '整装'] },
  ),
  choice(
    'electronics',
    'plug',
    [
      ['Plug', '插头'],
      ['Which plug do you need?', '需要哪种插头？'],
    ],
    { eu: ['EU', '欧规'], uk: ['UK', '英规'], us: ['US', '美规'], cn: ['CN', '国标'], au: ['AU', '澳规'] },
  ),
  choices(
    'electronics',
    'approvals',
    [
      ['Approvals', '认证'],
      ['Which approvals must it have?', '需要哪些认证？'],
    ],
    {
      ce: ['CE', 'CE'],
      fcc: ['FCC', 'FCC'],
      ccc: ['CCC', 'CCC'],
      rohs: ['RoHS', 'RoHS'],
      none: ['None', '不需要'],
    },
  ),
  choice(
    'machinery',
    'power',
    [
      ['Power supply', '电源'],
      ['Which power supply do you have?', '现场是什么电源？'],
    ],
    {
      'one-phase-110': ['110 V', '110 伏单相'],
      'one-phase-220': ['220 V', '220 伏单相'],
      'three-phase-380': ['380 V, three-phase', '380 伏三相'],
    },
  ),
  text('machinery', 'output', [
    ['Output', '产能'],
    ['How much should it make in an hour?', '每小时需要多少产量？'],
  ]),
  text('packaging', 'box-size', [
    ['Box size', '包装尺寸'],
    ['What goes into it, and how large is that?', '装什么商品，尺寸多大？'],
  ]),
  choice(
    'packaging',
    'print',
    [
      ['Print', '印刷'],
      ['How should it be printed?', '需要怎样印刷？'],
    ],
    { none: ['Plain', '不印刷'], one: ['One colour', '单色'], full: ['Full colour', '彩色'] },
  ),
  choice(
    'beauty',
    'label',
    [
      ['Label', '品牌'],
      ['Under whose name will you sell it?', '以谁的品牌销售？'],
    ],
    {
      own: ['My brand', '自有品牌'],
      yours: ['Your brand', '你们的品牌'],
      unsure: ['Not decided', '还没决定'],
    },
  ),
  choice(
    'food',
    'storage',
    [
      ['Storage', '储存'],
      ['How can you store it?', '您那边怎么储存？'],
    ],
    { room: ['Room temperature', '常温'], chilled: ['Chilled', '冷藏'], frozen: ['Frozen', '冷冻'] },
  ),
  choice(
    'toys',
    'age',
    [
      ['Age', '年龄'],
      ['For which age is it?', '给多大的孩子？'],
    ],
    { baby: ['Under 3', '3 岁以下'], child: ['3 to 8', '3 至 8 岁'], older: ['Over 8', '8 岁以上'] },
  ),
]
