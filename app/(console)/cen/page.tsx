export default function Instances() {
  return <h1 className="text-title">Instances</h1>
}
