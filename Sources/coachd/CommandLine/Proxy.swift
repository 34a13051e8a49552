import Chat

/// The proxy that libcurl takes from the environment (curl(1), ENVIRONMENT).
enum Proxy {
    /// What to say of a way that may have led through one; nil where no variable names one for such an address.
    static func remark(of url: Secret) -> String? {
        // Of http_proxy only the small letters count, for a CGI's environment is made by who calls it.
        let isPlain = url.value.lowercased().hasPrefix("http:")
        let names = (isPlain ? ["http_proxy"] : ["https_proxy", "HTTPS_PROXY"]) + ["all_proxy", "ALL_PROXY"]
        guard let name = names.first(where: { Terminal.environment($0) != nil }) else { return nil }
        return "the request goes through the proxy that $\(name) names, unless $no_proxy has the host"
    }
}
