import type { ENGLISH_PASSKEYS } from './english-passkeys.ts'
import type { Phrase } from './phrase.ts'

/** The words of passkeys in Chinese. Written as a pair with english-passkeys.ts. */
export const CHINESE_PASSKEYS: Readonly<Record<keyof typeof ENGLISH_PASSKEYS, Phrase>> = {
  'passkey.title': '通行密钥',
  'passkey.hint': '用本机的指纹、面容或 PIN 登录，不必输入密码。密码仍可使用。',
  'passkey.yours': '你的通行密钥',
  'passkey.none': '还没有通行密钥。',
  'passkey.name': '通行密钥名称',
  'passkey.nameHint': '所在设备，例如“办公电脑”。',
  'passkey.passwordHint': '确认是你本人在添加。',
  'passkey.wrongPassword': '密码不对，重新输入。',
  'passkey.add': '添加通行密钥',
  'passkey.rename': '重命名“{name}”',
  'passkey.save': '保存',
  'passkey.remove': '删除“{name}”',
  'passkey.removeSure': '确认删除',
  'passkey.notHere': '通行密钥需要用域名打开后台，例如 https://chat.shop.com。换成域名地址再添加。',
  'passkey.signIn': '用通行密钥登录',
  'passkey.fault.cancelled': '设备没有解锁，重试一次。',
  'passkey.fault.known': '这台设备已有你的通行密钥。',
  'passkey.fault.failed': '设备无法完成，重试或换一台设备。',
}
