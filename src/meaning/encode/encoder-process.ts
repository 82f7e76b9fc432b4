/** The process that runs a model. Started by start-encoder.ts, never imported. */

import { firstLineOfError } from '../../files/first-line-of-error.ts'
import type { EncoderReply, EncoderRequest } from './encoder-messages.ts'
import { loadModel } from './load-model.ts'

const send = (reply: EncoderReply) => void process.send!(reply)

process.on('disconnect', () => process.exit())
process.once('message', async (job: EncoderRequest & { readonly kind: 'load' }) => {
  try {
    const encode = await loadModel(job.model, job.runtimeFolder, job.threads)
    process.on('message', async (request: EncoderRequest & { readonly kind: 'encode' }) => {
      const { id, texts } = request
      try {
        const vectors: Float32Array[] = []
        for (const text of texts) vectors.push(await encode(text))
        send({ kind: 'encoded', id, vectors })
      } catch (error) {
        send({ kind: 'failed', id, message: firstLineOfError(error) })
      }
    })
    send({ kind: 'ready' })
  } catch (error) {
    send({ kind: 'unusable', message: firstLineOfError(error) })
  }
})
