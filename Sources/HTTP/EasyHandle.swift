import CCurl

/// A curl easy handle: the options of one transfer at a time.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer

    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    deinit {
        curl_easy_cleanup(pointer)
    }

    /// Back to libcurl's defaults, without a trace of the last transfer.
    func reset() { curl_easy_reset(pointer) }

    func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
        try check(curl_easy_setopt_long(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: String?) throws(CurlFailure) {
        try check(curl_easy_setopt_string(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) throws(CurlFailure) {
        try check(curl_easy_setopt_pointer(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: UnsafeMutablePointer<curl_slist>) throws(CurlFailure) {
        try check(curl_easy_setopt_list(pointer, option, value))
    }

    /// Takes a `curl_read_callback` as well: the two are one type.
    func set(_ option: CURLoption, _ value: @escaping curl_write_callback) throws(CurlFailure) {
        try check(curl_easy_setopt_write(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: @escaping curl_prereq_callback) throws(CurlFailure) {
        try check(curl_easy_setopt_prereq(pointer, option, value))
    }

    /// Has libcurl copy the body, which need not outlive the call.
    func setBody(_ body: [UInt8]) throws(CurlFailure) {
        try check(curl_easy_setopt_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        let code = body.withUnsafeBytes { bytes in
            // An empty array may have no address, and libcurl takes null for "no body given".
            bytes.isEmpty
                ? curl_easy_setopt_string(pointer, CURLOPT_COPYPOSTFIELDS, "")
                : curl_easy_setopt_pointer(pointer, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
        }
        try check(code)
    }

    func information(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_easy_getinfo_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    private func check(_ code: CURLcode) throws(CurlFailure) {
        guard code == CURLE_OK else { throw CurlFailure(code: code) }
    }
}

/// An option that libcurl refused, or memory that it did not get.
struct CurlFailure: Error {
    let code: CURLcode
}
