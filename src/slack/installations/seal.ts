import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** Keeps secrets such that the database alone, without the key, does not tell them. */
export interface Seal {
  /** @param owner whose it is: what was sealed for one is not opened for another */
  seal(secret: string, owner: string): string
  /** Undefined if it was sealed with none of the keys, for somebody else, or has been changed. */
  open(sealed: string, owner: string): string | undefined
  /** How everything that it opens begins. */
  readonly beginnings: readonly string[]
  /** Whether it was sealed with the first key. */
  isCurrent(sealed: string): boolean
}

/** Bytes of a key of AES-256. */
export const sealKeyLength = 32
/** Of its nonce, chosen by chance for each secret. */
const nonceLength = 12
const tagLength = 16

/**
 * Seals by AES-256-GCM: `1.<name of the key>.<nonce, secret and tag>`. A key's name is the beginning of its hash: it tells with
 * which key something was sealed.
 * @param keys at least one; the first one seals, and all of them open
 */
export function createSeal(keys: readonly Buffer[]): Seal {
  const named = keys.map((key) => ({ key: createSecretKey(key), name: nameOf(key) }))
  const [first] = named
  if (first === undefined) throw new RangeError('A seal needs a key.')
  const nextNonce = createNonces()
  return {
    seal(secret, owner) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce, { authTagLength: tagLength })
      cipher.setAAD(Buffer.from(owner))
      const parts = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return beginningOf(first.name) + Buffer.concat(parts).toString('base64url')
    },
    open(sealed, owner) {
      const [, name, content = ''] = form.exec(sealed) ?? []
      const bytes = Buffer.from(content, 'base64url')
      const known = named.find((one) => one.name === name)
      if (known === undefined || bytes.length < nonceLength + tagLength) return undefined
      const end = bytes.length - tagLength
      const nonce = bytes.subarray(0, nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: tagLength })
      decipher.setAAD(Buffer.from(owner))
      decipher.setAuthTag(bytes.subarray(end))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceLength, end)), decipher.final()]).toString()
      } catch {
        return undefined
      }
    },
    beginnings: named.map(({ name }) => beginningOf(name)),
    isCurrent: (sealed) => form.exec(sealed)?.[1] === first.name,
  }
}

/** Random nonces, fetched many at once: to fetch one takes as long as to seal a question. */
function createNonces(): () => Buffer {
  let [bytes, at] = [Buffer.alloc(0), 0]
  return () => {
    if (at === bytes.length) [bytes, at] = [randomBytes(nonceLength * 256), 0]
    at += nonceLength
    return bytes.subarray(at - nonceLength, at)
  }
}

/** A key derived from another secret, which it does not give away. */
export const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'hallway seal', sealKeyLength))

const beginningOf = (name: string): string => `1.${name}.`

const form = /^1\.([0-9a-f]{16})\.([\w-]+)$/

const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16)
