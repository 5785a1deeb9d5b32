import type { ENGLISH_EXTENSIONS } from './english-extensions.ts'

export const CHINESE_EXTENSIONS: Readonly<Record<keyof typeof ENGLISH_EXTENSIONS, string>> = {
  'silence.extensionRule': '未开始接待：扩展的规则不允许（{rule}）。',
  'silence.extensionMissing': '已转人工：未加载扩展 {kind}。',
}
