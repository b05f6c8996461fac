import type { Options } from "rehype-highlight";

type Grammar = NonNullable<Options["languages"]>[string];

const promql: Grammar = () => ({
  name: "PromQL",
  case_insensitive: true,
  keywords: {
    keyword: "and or unless by without on ignoring group_left group_right bool offset",
    built_in:
      "sum min max avg count stddev stdvar topk bottomk quantile count_values group rate irate increase delta idelta deriv " +
      "histogram_quantile label_replace label_join absent absent_over_time avg_over_time min_over_time max_over_time " +
      "sum_over_time count_over_time last_over_time quantile_over_time changes resets predict_linear time vector scalar " +
      "abs ceil floor round clamp clamp_min clamp_max sort sort_desc timestamp",
  },
  contains: [
    { scope: "comment", begin: /#/, end: /$/ },
    { scope: "string", begin: /"/, end: /"|$/, contains: [{ begin: /\\./ }] },
    { scope: "string", begin: /'/, end: /'|$/, contains: [{ begin: /\\./ }] },
    { scope: "number", begin: /\[/, end: /\]|$/ },
    { scope: "attr", begin: /\b[a-z_]\w*(?=\s*(?:=~|!~|!=|=(?!=)))/ },
    { scope: "number", begin: /\b\d+(?:\.\d+)?(?:ms|[smhdwy])?\b/ },
  ],
});

const dockerfile: Grammar = () => ({
  name: "Dockerfile",
  contains: [
    { scope: "comment", begin: /^\s*#/, end: /$/ },
    {
      scope: "keyword",
      begin:
        /^\s*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\b/i,
    },
    { scope: "keyword", begin: /\sAS\b/i },
    { scope: "string", begin: /"/, end: /"|$/ },
    { scope: "variable", begin: /\$\{?\w+\}?/ },
  ],
});

const nginx: Grammar = () => ({
  name: "nginx",
  contains: [
    { scope: "comment", begin: /#/, end: /$/ },
    { scope: "attribute", begin: /^\s*[a-z_]+\b/ },
    { scope: "string", begin: /"/, end: /"|$/ },
    { scope: "variable", begin: /\$\w+/ },
    { scope: "number", begin: /\b\d+[kmgsdh]?\b/i },
  ],
});

const http: Grammar = () => ({
  name: "HTTP",
  contains: [
    { scope: "keyword", begin: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)\b/ },
    { scope: "meta", begin: /\bHTTP\/\d(?:\.\d)?/ },
    { scope: "number", begin: /\b[1-5]\d\d\b/ },
    { scope: "attribute", begin: /^[A-Za-z][\w-]*(?=:)/ },
  ],
});

/** Languages of the night that the highlighter does not bring along. */
export const grammars: Record<string, Grammar> = { promql, dockerfile, docker: dockerfile, nginx, http };
