/** What the contact form says; it is loaded with the form, and both languages are short. */
const en = {
  nobody: 'Nobody is here now. Leave your details, a person answers you.',
  leave: 'Leave contact details',
  title: 'Contact details',
  name: 'Name',
  email: 'E-mail',
  phone: 'Telephone',
  optional: 'optional',
  oneOf: 'Give an e-mail address or a telephone number.',
  badEmail: 'Check the e-mail address: name@company.com',
  badPhone: 'Check the number: digits, spaces and + only.',
  agreeFirst: 'Tick the box to agree.',
  consent: 'Consent',
  agreed: 'Agreed',
  send: 'Send details',
  notNow: 'Not now',
  thanks: 'Thank you. A person answers you.',
}

export type ContactWords = Readonly<Record<keyof typeof en, string>>

const zhCn: ContactWords = {
  nobody: '客服暂时不在。留下联系方式，我们会回复您。',
  leave: '留下联系方式',
  title: '联系方式',
  name: '姓名',
  email: '邮箱',
  phone: '电话',
  optional: '选填',
  oneOf: '填写邮箱或电话。',
  badEmail: '检查邮箱，例如 name@company.com',
  badPhone: '检查电话，只含数字、空格和 +。',
  agreeFirst: '勾选同意后才能发送。',
  consent: '授权',
  agreed: '已同意',
  send: '发送联系方式',
  notNow: '暂不',
  thanks: '已收到，我们会回复您。',
}

export function contactWords(locale: string): ContactWords {
  return /^zh\b/i.test(locale) ? zhCn : en
}
