import { madeOnce, remembering } from '../../text/remembering.ts'
import { readWordList } from '../analysis/english-word-lists.ts'
import { isFormOf } from '../query/word-roles.ts'

/**
 * Whether a word is right as it stands, so that it is no slip, whatever word of the notes is near: who asks about keyboards means no
 * keywords, and who asks for a Slack channel no stack. Ordinary English, in all its forms, and names of tools and companies.
 */
export const isOrdinaryWord = remembering(
  (word: string): boolean => knownNames.has(word) || isFormOf(word, newerWords) || isEnglishWord(word),
)

/** Whether a folded word is one of the commonest of English, in any form. */
export const isEnglishWord = (word: string): boolean => englishWords().includes(JSON.stringify(word))

/**
 * The 40,000 commonest of SCOWL, with American and British spellings. They are searched as the text that they come in: to read it as
 * JSON would hold up the first question.
 */
const englishWords = madeOnce(() =>
  (['english', 'american', 'british'] as const)
    .flatMap((kind) => [10, 20, 35].map((size) => readWordList(kind, size)))
    .join(''),
)

/** Words of work that are younger than that list. Plurals need no entry. */
const newerWords: ReadonlySet<string> = new Set(
  `burnout burndown chatbot coworking downtime freelancer gdpr governance headcount hackathon laptop layoff livestream logistics
   merch okrs onsite outage podcast postmortem recruiter roadmap scrum stakeholder startup sustainability telemetry tshirt upskilling
   webinar whiteboard wifi workflow`.split(/\s+/),
)

/** Tools and companies that people know, as they are written. */
const knownNames: ReadonlySet<string> = new Set(
  `airbnb airflow airtable amazon ansible apache arduino asana atlassian auth0 axios babel bazel bitbucket bower caddy cassandra
   chatgpt circleci claude clickhouse clickup clojure cloudflare confluence copilot dagster dapr datadog debian deno
   dependabot docker dropbox druid elixir erlang eslint etcd facebook fargate fastapi fastify fastly figma firebase firefox flink
   fluentd gatsby gemini gitea github gitlab golang google gradle grafana graphql grpc hadoop hashicorp haskell heroku hugo instagram
   istio jaeger java javascript jenkins jira julia jupyter kafka keras keycloak kibana kong kotlin kubernetes laravel lerna
   linkedin linkerd linux liquibase logstash loki looker lua mariadb mastodon maven memcached mercurial mesos microsoft minio miro
   mistral mixpanel mocha mongo mongodb mysql nagios neo4j netflix netlify nginx nuxt okta openai opensearch pagerduty parquet paypal
   perl photoshop php pinecone podman portainer postgres prisma prometheus pulsar pulumi pytorch quarkus rabbitmq reddit redis
   redshift redux salesforce sass scala selenium shopify skype solr splunk spotify sqlite storybook supabase svelte symfony tableau
   tailwind tensorflow terraform thanos traefik travis trello trino twilio ubuntu vercel vite vitest webex webpack whatsapp wordpress
   youtube zapier zendesk zookeeper`.split(/\s+/),
)
