/** The process that runs a model. Started by start-encoder.ts, never imported. */
import type { Reply, Request } from './encoder-messages.ts'
import { firstLine } from './first-line.ts'
import { loadModel } from './load-model.ts'

const send = (reply: Reply) => void process.send!(reply)

process.on('disconnect', () => process.exit())
process.once('message', async (job: Request & { readonly kind: 'load' }) => {
  try {
    const encode = await loadModel(job.model, job.runtimeFolder, job.threads)
    process.on('message', async (request: Request & { readonly kind: 'encode' }) => {
      const { id, texts } = request
      try {
        const vectors: Float32Array[] = []
        for (const text of texts) vectors.push(await encode(text))
        send({ kind: 'encoded', id, vectors })
      } catch (error) {
        send({ kind: 'failed', id, message: firstLine(error) })
      }
    })
    send({ kind: 'ready' })
  } catch (error) {
    send({ kind: 'unusable', message: firstLine(error) })
  }
})
