import type { InLibraryLocales } from './library-words.ts'

/** A common question to begin from; `{{?…}}` in the answer is a gap that only the seller can fill (FAQ-10). */
export interface LibraryQuestion {
  /** The type of the question: a name that is never used for another. */
  readonly id: string
  readonly words: InLibraryLocales<{ readonly question: string; readonly answer: string }>
}

const question = (
  id: string,
  en: readonly [question: string, answer: string],
  zh: readonly [question: string, answer: string],
): LibraryQuestion => ({
  id,
  words: {
    en: { question: en[0], answer: en[1] },
    'zh-CN': { question: zh[0], answer: zh[1] },
  },
})

/** What buyers ask shops most, wholesale first. Every question fits ten characters, every answer two hundred. */
export const FAQ_LIBRARY: readonly LibraryQuestion[] = [
  question(
    'moq',
    ['MOQ?', 'The smallest order is {{?how many}} pieces of one model. Ask us about smaller trial orders.'],
    ['起订量多少？', '每款 {{?多少}} 件起订。想先少量试单，可以和我们商量。'],
  ),
  question(
    'price',
    [
      'Price?',
      'It depends on model and quantity: from {{?your price}}. Tell us both and we quote within {{?how long}}.',
    ],
    ['价格多少？', '价格看款式和数量，{{?起步价}}起。告诉我们款式和数量，{{?多久}}内报价。'],
  ),
  question(
    'lead-time',
    [
      'Lead time?',
      'Goods in stock leave within {{?days}} days; made to order takes {{?days}} days after the deposit.',
    ],
    ['多久交货？', '现货 {{?几}} 天内发出，定制收到定金后 {{?几}} 天交货。'],
  ),
  question(
    'shipping',
    ['Shipping?', 'We ship by {{?ways of shipping}}. To most countries it takes {{?days}} days.'],
    ['怎么发货？', '可发{{?快递、空运或海运}}，一般 {{?几}} 天送达。'],
  ),
  question(
    'freight',
    [
      'Freight?',
      'Freight depends on weight and destination. Tell us the country and quantity and we work it out.',
    ],
    ['运费多少？', '运费看重量和目的地。告诉我们国家或城市和数量，马上为您核算。'],
  ),
  question(
    'payment',
    ['Payment?', 'You can pay by {{?ways to pay}}: {{?share}} deposit, the rest before shipping.'],
    ['怎么付款？', '支持{{?付款方式}}，定金 {{?比例}}，余款发货前付清。'],
  ),
  question(
    'terms',
    ['Incoterms?', 'We quote {{?your terms, such as FOB Ningbo}}; others on request.'],
    ['报价条款？', '我们按{{?条款，如 FOB 宁波}}报价，其他条款可以商量。'],
  ),
  question(
    'samples',
    [
      'Samples?',
      'Yes. A sample costs {{?price}} and leaves within {{?days}} days; we take it off your first order.',
    ],
    ['能寄样吗？', '可以。样品费 {{?价格}}，{{?几}} 天内寄出，首单后退还。'],
  ),
  question(
    'custom',
    [
      'Your logo?',
      'Yes, from {{?how many}} pieces. Send us the artwork and we show you a proof before we produce.',
    ],
    ['可以定制吗？', '可以，{{?多少}} 件起。发来图稿，生产前先给您确认效果图。'],
  ),
  question(
    'certificates',
    ['Certified?', 'We hold {{?your certificates}}. We send copies on request.'],
    ['有认证吗？', '有{{?认证名称}}，需要可发证书复印件。'],
  ),
  question(
    'quality',
    [
      'Quality?',
      'Every order is checked before it leaves: {{?how you check}}. An inspector of yours is welcome.',
    ],
    ['质量怎么样？', '每批出货前都检验：{{?检验方式}}。也欢迎第三方验货。'],
  ),
  question(
    'catalogue',
    ['Catalogue?', 'Tell us which products you look for and your e-mail, and we send the current catalogue.'],
    ['有目录吗？', '告诉我们想看哪类商品和您的邮箱，马上发最新目录。'],
  ),
  question(
    'stock',
    [
      'In stock?',
      'Tell us the model and colour and we look it up. {{?What you always have}} is always in stock.',
    ],
    ['有现货吗？', '告诉我们款式和颜色，马上为您查。{{?哪些款}}常备现货。'],
  ),
  question(
    'packaging',
    [
      'Packaging?',
      'The usual packing is {{?your packing}}. Boxes of your own are possible from {{?how many}} pieces.',
    ],
    ['怎么包装？', '常规包装为{{?包装方式}}，{{?多少}} 件起可定制彩盒。'],
  ),
  question(
    'warranty',
    [
      'Warranty?',
      '{{?How long}} from delivery. If something fails, send a photo and we replace or repair it.',
    ],
    ['保修多久？', '自签收起保修 {{?多久}}。出现问题发照片给我们，负责更换或维修。'],
  ),
  question(
    'returns',
    [
      'Returns?',
      'Unused goods come back within {{?days}} days of delivery. Tell us the order number to begin.',
    ],
    ['支持退换吗？', '签收 {{?几}} 天内未使用可退换，告诉我们订单号即可办理。'],
  ),
  question(
    'damaged',
    ['Broken?', 'Send photos of goods and box within {{?hours}} hours of delivery; we send replacements.'],
    ['坏了怎么办？', '签收 {{?几}} 小时内拍下商品和外箱发给我们，核实后补发。'],
  ),
  question(
    'invoice',
    [
      'Invoice?',
      'Yes. Tell us company name, address and tax number, and you get the invoice within {{?days}} days.',
    ],
    ['能开发票吗？', '可以。提供公司名称和税号，{{?几}} 天内开出。'],
  ),
  question(
    'factory',
    [
      'A factory?',
      'We {{?make or trade}} {{?your goods}} in {{?place}}, since {{?year}}. Visits and video tours are welcome.',
    ],
    ['是工厂吗？', '我们是{{?工厂或贸易商}}，位于{{?地点}}，做{{?商品}} {{?几}} 年，欢迎参观或视频看厂。'],
  ),
  question(
    'discount',
    ['Discount?', 'From {{?how many}} pieces the price goes down. Tell us the quantity and we quote.'],
    ['能优惠吗？', '{{?多少}} 件起有优惠。告诉我们数量，为您报价。'],
  ),
]
