import { Details } from './details'

export default function DetailsTab() {
  return <Details />
}
