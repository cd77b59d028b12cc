import { ConnectionDetails } from './details'

export default function ConnectionPage() {
  return <ConnectionDetails />
}
