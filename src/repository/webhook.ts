import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { passRequestBody } from '../http/read-body.ts'
import { createRefusalLog } from '../http/refusal-log.ts'
import { allowing, type Page } from '../http/serve-pages.ts'

/** Where the host of a repository posts that something was pushed. */
export const webhookPath = '/notes/changed'

/** Bytes: GitHub sends 25 MB at most, and far less for a push. */
const maxBody = 5 * 1024 * 1024

/**
 * Why a request is not taken for one of the repository's host; undefined if it is. GitHub, Gitea, Forgejo and Bitbucket sign
 * the body, GitLab sends the secret itself.
 * @param expected the signature of its body, in hex digits
 */
export function webhookProblem(
  { headers, expected }: { readonly headers: IncomingHttpHeaders; readonly expected: string },
  secret: string,
): string | undefined {
  const { 'x-gitlab-token': token } = headers
  const signature = headers['x-hub-signature-256'] ?? headers['x-hub-signature']
  if (typeof token === 'string')
    return areEqual(token, secret) ? undefined : 'its token is not HALLWAY_NOTES_SECRET'
  if (typeof signature !== 'string') return 'it is not signed'
  return areEqual(signature, `sha256=${expected}`)
    ? undefined
    : 'its signature is not made with HALLWAY_NOTES_SECRET'
}

/** In a time that does not depend on what they are. */
function areEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

export interface WebhookParts {
  readonly secret: string
  /** Somebody pushed. Not waited for: the host wants an answer at once. */
  readonly onPush: () => void
  readonly log: { warn(line: string): void }
}

/** Answers the host of the repository. */
export function createWebhook({ secret, onPush, log }: WebhookParts): Page {
  const tellRefusal = createRefusalLog(log)
  return allowing(['POST'], async (request, response) => {
    // What it says is not used, and many at once, of anybody, must not fill the memory.
    const signing = createHmac('sha256', secret)
    const isWhole = await passRequestBody(request, maxBody, (chunk) => signing.update(chunk))
    const problem = isWhole
      ? webhookProblem({ headers: request.headers, expected: signing.digest('hex') }, secret)
      : `it is longer than ${maxBody} bytes, or in too many pieces`
    if (problem !== undefined) {
      tellRefusal(`A request to ${webhookPath} was refused: ${problem}.`)
      response.writeHead(isWhole ? 401 : 413, { connection: 'close' }).end()
      return
    }
    response.writeHead(202).end('The notes are pulled.\n')
    onPush()
  })
}
