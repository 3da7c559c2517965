// Holds resumes against the schema of JSON Resume: node resume.js FILE…
import { readFileSync } from 'node:fs'
import schema from '@jsonresume/schema'

let wrong = 0
for (const file of process.argv.slice(2)) {
  schema.validate(JSON.parse(readFileSync(file, 'utf8')), (errors) => {
    for (const error of errors ?? []) {
      console.error(`${file}: ${error.stack}`)
      wrong += 1
    }
  })
  console.log(`${file}: ${wrong === 0 ? 'valid' : 'not valid'}`)
}
process.exit(wrong === 0 ? 0 : 1)
