// Holds resumes against the schema of JSON Resume: node resume.js FILE…
import { readFileSync } from 'node:fs'
import schema from '@jsonresume/schema'

let isSound = true
for (const file of process.argv.slice(2)) {
  let isValid = true
  schema.validate(JSON.parse(readFileSync(file, 'utf8')), (errors) => {
    for (const error of errors ?? []) {
      console.error(`${file}: ${error.stack}`)
      isValid = false
    }
  })
  console.log(`${file}: ${isValid ? 'valid' : 'not valid'}`)
  isSound &&= isValid
}
process.exit(isSound ? 0 : 1)
