// The one place that imports cdktf and its AWS bindings, so that another fork of cdktf can be served by changing this file.
// Each binding comes by its own path: the package's index loads 342 MB of JavaScript.

export { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider/index.js";
export type { Construct } from "constructs";
