// From bytes to text, and what no schema language can say about texts.
import { Unreadable } from './findings.js'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decode strictly: UTF-8 without a byte order mark, and not empty. Throws Unreadable. */
export function decode (bytes) {
  let text
  try {
    text = UTF8.decode(bytes)
  } catch {
    throw new Unreadable('GCL-COR-006', 'the bytes are not UTF-8')
  }
  if (text.startsWith('\uFEFF')) throw new Unreadable('GCL-COR-006', 'a byte order mark stands before the text')
  if (!text.trim()) throw new Unreadable('GCL-COR-048', 'the document is empty')
  return text
}

// Halves of a surrogate pair, and what XML 1.0 cannot carry.
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Say what is wrong with a text as text, or null. No pattern can state normal form C, so code does. */
export function fault (text) {
  if (ILLEGAL.test(text)) return 'the text holds a character that XML cannot carry'
  if (text.normalize('NFC') !== text) return 'the text is not in normal form C'
  return null
}
